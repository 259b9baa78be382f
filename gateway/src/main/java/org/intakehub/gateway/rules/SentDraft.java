package org.intakehub.gateway.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A draft as a form sends it: typed, or as a file that takes the place of what was typed.
 *
 * @param revision of the file when the person looked at it
 */
record SentDraft(
        int revision,
        @Nullable String reason,
        @Nullable String text,
        @Nullable MultipartFile file) {
    /** In characters; the longest shipped file has 70,000. */
    static final int LONGEST = 500_000;

    static final int LONGEST_REASON = 200;

    /**
     * The draft with plain line ends and without the mark that spreadsheets write at the beginning.
     *
     * @throws CharacterCodingException if the file is not UTF-8
     */
    String content() throws IOException {
        if (file == null || file.isEmpty()) {
            return plain(Objects.requireNonNullElse(text, ""));
        }
        return plain(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file.getBytes()))
                .toString());
    }

    /** What was typed, if the file cannot be read. */
    String typed() {
        return plain(Objects.requireNonNullElse(text, ""));
    }

    String why() {
        return why(reason);
    }

    static String why(@Nullable String reason) {
        var why = Objects.requireNonNullElse(reason, "").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new BadParameter("'reason' says why, in at most " + LONGEST_REASON + " characters");
        }
        return why;
    }

    static String plain(String text) {
        if (text.length() > LONGEST) {
            throw new BadParameter("a rule file has at most " + LONGEST + " characters");
        }
        var plain = text.replace("\r\n", "\n").replace('\r', '\n');
        return plain.startsWith("\ufeff") ? plain.substring(1) : plain;
    }
}
