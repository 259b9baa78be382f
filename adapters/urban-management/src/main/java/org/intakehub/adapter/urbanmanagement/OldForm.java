package org.intakehub.adapter.urbanmanagement;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.exchange.wire.WireJson;
import tools.jackson.databind.node.ObjectNode;

/** The older shape of a report: a form, its names written a little differently. */
final class OldForm {
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** Names that mean the same as one of the newer interface. */
    private static final Map<String, String> RENAMED = Map.of("otherTaskNum", "caseId", "telCall", "contact");

    private OldForm() {}

    static boolean isForm(RawMessage raw) {
        return raw.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    /** The fields under the names of the newer interface. */
    static ObjectNode read(RawMessage raw) {
        var announced = raw.header("content-length");
        if (announced.isPresent()
                && !announced.get().equals(String.valueOf(raw.body().size()))) {
            throw new MalformedMessage("the form is not as long as the call said");
        }
        var data = WireJson.object();
        for (var pair : raw.body().text(StandardCharsets.ISO_8859_1).split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                var name = renamed(decoded(pair.substring(0, at)));
                var value = decoded(pair.substring(at + 1)).replace("\u0000", "");
                if (!value.isBlank() && !data.has(name)) {
                    data.put(name, value);
                }
            }
        }
        if (!data.has("eventDesc") && !data.has("address")) {
            throw new MalformedMessage("the form has neither eventDesc nor address");
        }
        return data;
    }

    private static String renamed(String name) {
        var known = RENAMED.getOrDefault(name, name);
        return known.endsWith("ID") ? known.substring(0, known.length() - 2) + "Id" : known;
    }

    /** UTF-8, or what older systems send instead. */
    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            var high = character == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            var low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes.toString(CHINESE);
        }
    }
}
