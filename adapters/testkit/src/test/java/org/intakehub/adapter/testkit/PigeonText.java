package org.intakehub.adapter.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;

/** The made-up wire format: letters of four lines, {@code letter}, {@code title}, {@code text} and {@code next} or {@code end}. */
final class PigeonText {
    private PigeonText() {}

    static List<IntakeMessage> read(Payload body) {
        var lines = utf8(body).strip().split("\n", -1);
        if (lines.length % 4 != 0) {
            throw new MalformedMessage("a letter has four lines");
        }
        var messages = new ArrayList<IntakeMessage>();
        for (var i = 0; i < lines.length; i += 4) {
            if (!lines[i + 3].equals(i + 4 < lines.length ? "next" : "end")) {
                throw new MalformedMessage("the letters have no end");
            }
            messages.add(IntakeMessage.of(MessageKey.of(after("letter ", lines[i])))
                    .title(after("title ", lines[i + 1]))
                    .text(after("text ", lines[i + 2]))
                    .build());
        }
        return messages;
    }

    static String utf8(Payload body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("not UTF-8");
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word) || line.length() == word.length()) {
            throw new MalformedMessage("a line of a letter does not begin with its word");
        }
        return line.substring(word.length());
    }
}
