package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Undoes a part's transfer encoding, and goes on where the encoder or a gateway made mistakes. */
final class TransferEncoding {
    /** Base64 with more foreign characters than one in this many was never Base64. */
    private static final int FOREIGN_SHARE = 8;

    private TransferEncoding() {}

    /** The decoded bytes, and a note if they were not what the header says. */
    static Result decode(byte[] raw, String declared) {
        var name = declared.strip().toLowerCase(Locale.ROOT).replaceAll("[\"';].*", "");
        return switch (name) {
            case "base64", "b" ->
                looksLikeBase64(raw) ? Result.sure(base64(raw)) : Result.noted(raw, "declared Base64, but is not");
            case "quoted-printable", "q" -> Result.sure(quotedPrintable(raw, false));
            case "x-uuencode", "uuencode", "x-uue", "uue" -> Result.sure(Uuencode.decode(raw));
            case "", "7bit", "8bit", "binary", "8-bit", "7-bit", "none" -> Result.sure(raw);
            default -> Result.noted(raw, "unknown transfer encoding");
        };
    }

    static byte[] base64(byte[] raw) {
        var out = new ByteArrayOutputStream(raw.length * 3 / 4 + 3);
        var bits = 0;
        var count = 0;
        for (var b : raw) {
            var value = base64Value(b);
            if (value >= 0) {
                bits = (bits << 6) | value;
                count++;
                if (count == 4) {
                    out.write(bits >> 16);
                    out.write(bits >> 8);
                    out.write(bits);
                    bits = 0;
                    count = 0;
                }
            } else if (b == '=' && count > 0) {
                // Encoders that work in chunks pad each of them: the data goes on after the padding.
                flush(out, bits, count);
                bits = 0;
                count = 0;
            }
        }
        flush(out, bits, count);
        return out.toByteArray();
    }

    private static void flush(ByteArrayOutputStream out, int bits, int count) {
        if (count == 2) {
            out.write(bits >> 4);
        } else if (count == 3) {
            out.write(bits >> 10);
            out.write(bits >> 2);
        }
    }

    private static int base64Value(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
    }

    private static boolean looksLikeBase64(byte[] raw) {
        var foreign = 0;
        var all = 0;
        for (var b : raw) {
            if (b != '\r' && b != '\n') {
                all++;
                foreign += base64Value(b) < 0 && b != '=' ? 1 : 0;
            }
        }
        return foreign * FOREIGN_SHARE <= all;
    }

    /** @param inHeader an underscore is a space (RFC 2047), and there are no soft line breaks */
    static byte[] quotedPrintable(byte[] raw, boolean inHeader) {
        var out = new ByteArrayOutputStream(raw.length);
        var i = 0;
        while (i < raw.length) {
            var b = raw[i];
            if (b == '=' && i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
                out.write((hex(raw[i + 1]) << 4) | hex(raw[i + 2]));
                i += 3;
            } else if (b == '=' && !inHeader && afterSoftBreak(raw, i) > 0) {
                i = afterSoftBreak(raw, i);
            } else {
                out.write(inHeader && b == '_' ? ' ' : b);
                i++;
            }
        }
        return out.toByteArray();
    }

    /** Where the line after "=", some blanks and a line end begins; 0 if there is no such line. */
    private static int afterSoftBreak(byte[] raw, int equals) {
        var i = equals + 1;
        while (i < raw.length && i - equals < 80 && (raw[i] == ' ' || raw[i] == '\t' || raw[i] == '\r')) {
            i++;
        }
        return i >= raw.length || raw[i] == '\n' ? i + 1 : 0;
    }

    static int hex(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    /** Decoded bytes; a class, since a record should not hold an array. */
    static final class Result {
        private final byte[] bytes;
        private final Optional<String> note;

        private Result(byte[] bytes, Optional<String> note) {
            this.bytes = bytes;
            this.note = note;
        }

        static Result sure(byte[] bytes) {
            return new Result(bytes, Optional.empty());
        }

        static Result noted(byte[] bytes, String note) {
            return new Result(bytes, Optional.of(note));
        }

        byte[] bytes() {
            return bytes;
        }

        Optional<String> note() {
            return note;
        }
    }
}
