package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the encoded words of RFC 2047. Words of one charset that stand side by side are joined as bytes before they are read, since
 * senders split them within a character, and within a Base64 group.
 */
final class EncodedWords {
    private final String value;
    private final Set<String> notes;
    private final StringBuilder out = new StringBuilder();
    private final Run run = new Run();

    private EncodedWords(String value, Set<String> notes) {
        this.value = value;
        this.notes = notes;
    }

    /** @param notes takes what had to be guessed */
    static String decode(String value, Set<String> notes) {
        return value.contains("=?") ? new EncodedWords(value, notes).read() : value;
    }

    private String read() {
        var at = 0;
        while (at < value.length()) {
            var start = value.indexOf("=?", at);
            var word = start < 0 ? Optional.<Word>empty() : Word.at(value, start);
            if (word.isEmpty()) {
                var end = start < 0 ? value.length() : start + 2;
                plain(value.substring(at, end));
                at = end;
            } else {
                plain(value.substring(at, start));
                run.add(word.get());
                at = word.get().end();
            }
        }
        run.flush();
        return out.toString();
    }

    private void plain(String between) {
        // Blanks between words are not text; some programs join the pieces of one text by ";".
        if (run.isOpen() && (between.isBlank() || between.strip().equals(";"))) {
            run.gap = between;
            return;
        }
        run.flush();
        out.append(between);
    }

    /** Words of one charset and encoding whose bytes belong together. */
    private final class Run {
        private String charset = "";
        private String encoding = "";
        private String gap = "";
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final StringBuilder base64 = new StringBuilder();

        boolean isOpen() {
            return !charset.isEmpty();
        }

        void add(Word word) {
            if (isOpen() && !CharsetNames.of(charset).equals(CharsetNames.of(word.charset()))) {
                flushBytes();
            }
            gap = "";
            charset = word.charset();
            encoding = word.encoding();
            if (encoding.equals("B")) {
                base64.append(word.text());
                // A piece that ends within a group of four goes on in the next word.
                if (base64.length() % 4 == 0 || base64.charAt(base64.length() - 1) == '=') {
                    flushBase64();
                }
            } else {
                flushBase64();
                bytes.writeBytes(TransferEncoding.quotedPrintable(octets(word.text(), charset), true));
            }
        }

        private void flushBase64() {
            bytes.writeBytes(TransferEncoding.base64(base64.toString().getBytes(StandardCharsets.US_ASCII)));
            base64.setLength(0);
        }

        private void flushBytes() {
            flushBase64();
            var decoded = Charsets.decode(bytes.toByteArray(), charset);
            decoded.note().ifPresent(notes::add);
            out.append(decoded.text());
            bytes.reset();
        }

        void flush() {
            if (isOpen()) {
                flushBytes();
                out.append(gap);
                charset = "";
                gap = "";
            }
        }
    }

    /** Raw eight-bit characters within a word are put back into the bytes they came from. */
    private static byte[] octets(String text, String charset) {
        var name = CharsetNames.of(charset);
        return text.chars().allMatch(c -> c < 0x80) || name.equals(CharsetNames.NONE) || !canEncode(name)
                ? text.getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(name));
    }

    private static boolean canEncode(String charset) {
        return !charset.equals(CharsetNames.HZ)
                && !charset.equals(CharsetNames.UTF_7)
                && Charset.forName(charset).canEncode();
    }

    /** One encoded word and where it ends. */
    private record Word(String charset, String encoding, String text, int end) {
        private static final int LONGEST_CHARSET = 60;

        static Optional<Word> at(String value, int start) {
            var first = value.indexOf('?', start + 2);
            if (first < 0 || first - start > LONGEST_CHARSET || first + 2 >= value.length()) {
                return Optional.empty();
            }
            var encoding = value.substring(first + 1, first + 2).toUpperCase(Locale.ROOT);
            if (value.charAt(first + 2) != '?' || !(encoding.equals("B") || encoding.equals("Q"))) {
                return Optional.empty();
            }
            var charset =
                    value.substring(start + 2, first).replaceFirst("\\*.*", "").strip();
            var close = value.indexOf("?=", first + 3);
            // A word cut off at the end of its line is read as far as it goes.
            var end = close < 0 ? endOfToken(value, first + 3) : close;
            return charset.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Word(charset, encoding, value.substring(first + 3, end), close < 0 ? end : close + 2));
        }

        private static int endOfToken(String value, int from) {
            var end = from;
            while (end < value.length() && " \t\"<>".indexOf(value.charAt(end)) < 0) {
                end++;
            }
            return end;
        }
    }
}
