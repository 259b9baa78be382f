package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads the charsets that hide other scripts in seven-bit bytes: HZ, the ISO 2022 family and UTF-7. */
final class SevenBit {
    private static final char ESCAPE = 0x1b;

    private SevenBit() {}

    /** The text of bytes that are all below 128. */
    static Decoded decode(byte[] bytes, String declared) {
        var ascii = new String(bytes, StandardCharsets.US_ASCII);
        if (declared.equals(CharsetNames.HZ)) {
            return Decoded.sure(hz(ascii));
        }
        if (declared.equals(CharsetNames.UTF_7)) {
            return Decoded.sure(utf7(ascii));
        }
        if (declared.startsWith("UTF-16") || declared.startsWith("UTF-32")) {
            return Decoded.sure(new String(bytes, Charset.forName(declared)));
        }
        var escape = ascii.indexOf(ESCAPE);
        if (escape >= 0 && ascii.startsWith("$", escape + 1)) {
            return iso2022(bytes, ascii, escape, declared);
        }
        if (declared.equals(CharsetNames.NONE) && ascii.contains("~{") && ascii.contains("~}")) {
            var text = hz(ascii);
            if (!text.equals(ascii) && ChineseLikeness.of(text) > 0.7 && text.indexOf('\ufffd') < 0) {
                return Decoded.noted(text, "charset guessed: HZ-GB-2312");
            }
        }
        return Decoded.sure(ascii);
    }

    private static Decoded iso2022(byte[] bytes, String ascii, int escape, String declared) {
        var charset = ascii.startsWith("$)C", escape + 1)
                ? "ISO-2022-KR"
                : ascii.startsWith("$)", escape + 1) || ascii.startsWith("$*", escape + 1)
                        ? "ISO-2022-CN"
                        : "x-windows-iso2022jp";
        var text = new String(bytes, Charset.forName(charset));
        return declared.contains("2022") ? Decoded.sure(text) : Decoded.noted(text, "charset guessed: " + charset);
    }

    /** RFC 1843: "~{" begins a run of two-byte characters, "~}" ends it, "~~" is a tilde, "~" at a line's end is nothing. */
    private static String hz(String text) {
        var out = new ByteArrayOutputStream(text.length());
        var chinese = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '~' && (next == '{' || next == '}' || next == '~' || next == '\n')) {
                chinese = next == '{' || (chinese && next != '}');
                if (next == '~') {
                    out.write('~');
                }
                i++;
            } else if (c == '\n') {
                chinese = false;
                out.write(c);
            } else {
                out.write(chinese && c > ' ' ? c | 0x80 : c);
            }
        }
        return out.toString(Charset.forName(CharsetNames.GB18030));
    }

    /** RFC 2152: "+" begins UTF-16 in Base64, anything outside its alphabet ends it, "+-" is a plus. */
    private static String utf7(String text) {
        var out = new StringBuilder(text.length());
        var i = 0;
        while (i < text.length()) {
            var c = text.charAt(i++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            var start = i;
            while (i < text.length() && isBase64(text.charAt(i))) {
                i++;
            }
            out.append(i == start ? "+" : utf16(text.substring(start, i)));
            if (i < text.length() && text.charAt(i) == '-') {
                i++;
            }
        }
        return out.toString();
    }

    private static boolean isBase64(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '+' || c == '/';
    }

    private static String utf16(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            return "+" + base64;
        }
    }
}
