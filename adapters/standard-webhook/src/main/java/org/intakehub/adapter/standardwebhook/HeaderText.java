package org.intakehub.adapter.standardwebhook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.intakehub.core.channel.MalformedMessage;

/** Text in a header of CloudEvents' binary mode: percent-encoded UTF-8, within quotes if the sender likes. */
final class HeaderText {
    private HeaderText() {}

    /** Decodes once; a percent sign that begins no code stays what it is. */
    static String decoded(String value) {
        var text = unquoted(value.strip());
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var code = text.charAt(i) == '%' && i + 2 < text.length() ? code(text, i + 1) : -1;
            if (code >= 0) {
                out.write(code);
                i += 2;
            } else {
                var character = Character.toString(text.codePointAt(i));
                out.writeBytes(character.getBytes(StandardCharsets.UTF_8));
                i += character.length() - 1;
            }
        }
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray()));
            if (decoded.chars().anyMatch(character -> character == 0)) {
                throw new MalformedMessage("a header of the event holds a NUL character");
            }
            return decoded.toString();
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("a header of the event is not percent-encoded UTF-8");
        }
    }

    private static int code(String text, int at) {
        var high = Character.digit(text.charAt(at), 16);
        var low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text;
    }
}
