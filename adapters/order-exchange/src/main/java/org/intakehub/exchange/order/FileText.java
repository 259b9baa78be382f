package org.intakehub.exchange.order;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.intakehub.core.channel.Payload;

/** The text of a file whose charset nobody told. */
record FileText(String text, boolean guessed) {
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** By its mark, else UTF-8 if it is, else GB18030. */
    static FileText of(Payload body) {
        var bytes = body.bytes();
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return new FileText(unmarked(new String(bytes, StandardCharsets.UTF_16LE)), false);
        }
        try {
            return new FileText(
                    unmarked(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()),
                    false);
        } catch (CharacterCodingException e) {
            return new FileText(new String(bytes, CHINESE), true);
        }
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
