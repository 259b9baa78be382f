package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A parameter spread over pieces and percent-encoded in a charset of its own (RFC 2231). */
final class ExtendedParameter {
    private ExtendedParameter() {}

    /** The value of {@code name*}, {@code name*0}, {@code name*0*} and so on, if there is any. */
    static Optional<String> get(Parameters parameters, String name, Set<String> notes) {
        var pieces = pieces(parameters, name);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        if (pieces.values().stream().noneMatch(Piece::encoded)) {
            var joined = new StringBuilder();
            pieces.values().forEach(piece -> joined.append(piece.text));
            return Optional.of(EncodedWords.decode(joined.toString(), notes));
        }
        return Optional.of(join(pieces, notes));
    }

    private record Piece(String text, boolean encoded) {}

    private static Map<Integer, Piece> pieces(Parameters parameters, String name) {
        var pieces = new TreeMap<Integer, Piece>();
        for (var parameter : parameters.list()) {
            if (parameter.name().startsWith(name + "*")) {
                var rest = parameter.name().substring(name.length() + 1);
                var encoded = rest.isEmpty() || rest.endsWith("*");
                var number = rest.replace("*", "");
                if (number.isEmpty() || number.matches("\\d{1,4}")) {
                    pieces.putIfAbsent(
                            number.isEmpty() ? 0 : Integer.parseInt(number), new Piece(parameter.value(), encoded));
                }
            }
        }
        return pieces;
    }

    private static String join(Map<Integer, Piece> pieces, Set<String> notes) {
        String charset = null;
        var bytes = new ByteArrayOutputStream();
        var first = true;
        for (var piece : pieces.values()) {
            var text = piece.text;
            if (first && piece.encoded) {
                var quote = text.indexOf('\'');
                var second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
                if (second >= 0) {
                    charset = text.substring(0, quote);
                    text = text.substring(second + 1);
                }
            }
            first = false;
            bytes.writeBytes(piece.encoded ? percent(text) : text.getBytes(nameOrUtf8(charset)));
        }
        var decoded = Charsets.decode(bytes.toByteArray(), charset);
        decoded.note().ifPresent(notes::add);
        return EncodedWords.decode(decoded.text(), notes);
    }

    private static Charset nameOrUtf8(@Nullable String label) {
        var name = CharsetNames.of(label);
        return name.equals(CharsetNames.GB18030) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /** Undoes percent-encoding; a percent sign without two digits stands for itself. */
    static byte[] percent(String text) {
        var raw = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(raw.length);
        for (var i = 0; i < raw.length; i++) {
            if (raw[i] == '%'
                    && i + 2 < raw.length
                    && TransferEncoding.hex(raw[i + 1]) >= 0
                    && TransferEncoding.hex(raw[i + 2]) >= 0) {
                out.write((TransferEncoding.hex(raw[i + 1]) << 4) | TransferEncoding.hex(raw[i + 2]));
                i += 2;
            } else {
                out.write(raw[i]);
            }
        }
        return out.toByteArray();
    }
}
