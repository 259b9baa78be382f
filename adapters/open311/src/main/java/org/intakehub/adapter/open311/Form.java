package org.intakehub.adapter.open311;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/** The fields of an urlencoded form in UTF-8, in their order. */
final class Form {
    private static final int MOST_FIELDS = 1000;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Form() {}

    /** @throws MalformedMessage if the bytes are no form */
    static Form read(Payload body) {
        var form = new Form();
        var pairs = body.text(StandardCharsets.ISO_8859_1).strip().split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new MalformedMessage("the form has more than " + MOST_FIELDS + " fields");
        }
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                form.fields
                        .computeIfAbsent(decoded(parts[0]), any -> new ArrayList<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return form;
    }

    /** The form without a field, its other bytes untouched. */
    static Payload without(String name, Payload body) {
        var text = body.text(StandardCharsets.ISO_8859_1);
        var kept = new ArrayList<String>();
        for (var pair : text.split("&", -1)) {
            if (!isField(name, pair.split("=", 2)[0])) {
                kept.add(pair);
            }
        }
        return Payload.of(String.join("&", kept), StandardCharsets.ISO_8859_1);
    }

    private static boolean isField(String name, String written) {
        try {
            return decoded(written).strip().equals(name);
        } catch (MalformedMessage e) {
            return false;
        }
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '%') {
                if (i + 2 >= text.length() || hex(text, i) < 0) {
                    throw new MalformedMessage("the form holds a percent sign that begins no code");
                }
                bytes.write(hex(text, i));
                i += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        try {
            return clean(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedMessage("the form is not UTF-8");
        }
    }

    private static int hex(String text, int percent) {
        var high = Character.digit(text.charAt(percent + 1), 16);
        var low = Character.digit(text.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    // the database stores neither a NUL nor half a character
    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}", "");
    }

    /** The field's first value that is not blank. */
    Optional<String> text(String name) {
        return all(name).stream().findFirst();
    }

    /** The same on one line. */
    Optional<String> line(String name) {
        return text(name).map(text -> text.replaceAll("\\s*\\n\\s*", " "));
    }

    /** Every value of the field that is not blank. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }
}
