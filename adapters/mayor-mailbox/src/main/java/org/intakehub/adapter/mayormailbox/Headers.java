package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A part's header fields in their order; raw eight-bit values are text already, encoded words still stand as they came. */
final class Headers {
    private static final Pattern NAMED_CHARSET = Pattern.compile("=\\?([\\w-]{2,40})\\?|charset=\"?([\\w-]{2,40})");

    private static final Pattern LABEL = Pattern.compile("=\\?[\\w*-]{2,40}\\?([bBqQ])\\?");
    private static final String GUESSED = "charset guessed: GB18030";
    private static final double LIKELY = 0.7;

    private final List<Field> fields;
    private final Set<String> notes = new LinkedHashSet<>();

    /** One field, its name in lower case and its value unfolded. */
    record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /** A field as it was read, its value still bytes. */
    static final class RawField {
        private final String name;
        private final byte[] value;

        RawField(String name, byte[] value) {
            this.name = name;
            this.value = value;
        }
    }

    private Headers(List<Field> fields) {
        this.fields = fields;
    }

    static Headers none() {
        return new Headers(List.of());
    }

    static Headers of(List<RawField> raw) {
        var headers = read(raw, hint(raw));
        // One field that turns out to be Chinese under a wrong name speaks for its neighbours, which may be too short
        // to tell.
        if (headers.notes.contains(GUESSED)) {
            headers = read(raw, CharsetNames.GB18030);
            headers.notes.add(GUESSED);
        }
        headers.relabel();
        return headers;
    }

    private static Headers read(List<RawField> raw, String hint) {
        var headers = new Headers(new ArrayList<>());
        for (var field : raw) {
            headers.fields.add(new Field(field.name.toLowerCase(Locale.ROOT), headers.text(field.value, hint)));
        }
        return headers;
    }

    /** The same for encoded words: those of one wrong label are judged together. */
    private void relabel() {
        var guesses = new LinkedHashSet<String>();
        var chinese = new StringBuilder();
        for (var field : fields) {
            if (field.value.contains("=?")) {
                EncodedWords.decode(field.value, guesses);
                chinese.append(EncodedWords.decode(relabelled(field.value), new LinkedHashSet<>()));
            }
        }
        var text = chinese.toString();
        if (!guesses.isEmpty() && text.indexOf('\ufffd') < 0 && ChineseLikeness.of(text) >= LIKELY) {
            fields.replaceAll(field -> new Field(field.name, relabelled(field.value)));
            notes.addAll(guesses);
        }
    }

    private static String relabelled(String value) {
        return LABEL.matcher(value).replaceAll("=?gb18030?$1?");
    }

    private String text(byte[] value, String hint) {
        var sevenBit = Charsets.isSevenBit(value);
        var decoded = Charsets.decode(value, null, sevenBit || hint.isEmpty() ? null : hint);
        if (!sevenBit) {
            notes.add("raw eight-bit header");
        }
        decoded.note().ifPresent(notes::add);
        return decoded.text().strip();
    }

    /** The charset that the same header names elsewhere: the likeliest one for values that name none. */
    private static String hint(List<RawField> raw) {
        for (var field : raw) {
            var matcher = NAMED_CHARSET.matcher(new String(field.value, StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                var label = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                var name = CharsetNames.of(label);
                if (!name.equals(CharsetNames.NONE) && !name.equals(CharsetNames.UTF_8)) {
                    return name;
                }
            }
        }
        return "";
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    List<Field> fields() {
        return fields;
    }

    /** What had to be guessed about raw values. */
    Set<String> notes() {
        return notes;
    }

    /** The first value that is not blank. */
    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }
}
