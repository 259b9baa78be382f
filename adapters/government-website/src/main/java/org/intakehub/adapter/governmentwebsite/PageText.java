package org.intakehub.adapter.governmentwebsite;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Payload;

/** Decodes pages: many say what they are written in only within themselves, and GB2312 means GB18030. */
final class PageText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> NATIONAL =
            Set.of("gb2312", "gbk", "cp936", "x-gbk", "ms936", "windows-936", "gb_2312-80");
    private static final Pattern NAMED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})");
    private static final int HEAD = 4_096;

    private PageText() {}

    /**
     * The page's text: as its header says, else as it says itself, else as the setting says, else whatever fits.
     *
     * @param setting name of a charset, or empty
     */
    static String of(Payload body, Optional<String> contentType, String setting) {
        var bytes = body.bytes();
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return contentType
                .flatMap(PageText::named)
                .or(() -> named(head))
                .or(() -> charset(setting))
                .flatMap(charset -> decoded(bytes, charset))
                .or(() -> decoded(bytes, StandardCharsets.UTF_8))
                .or(() -> decoded(bytes, GB18030))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<Charset> named(String text) {
        var name = NAMED.matcher(text);
        return name.find() ? charset(name.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        if (NATIONAL.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(GB18030);
        }
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
