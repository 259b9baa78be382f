package org.intakehub.adapter.mayormailbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text in the order: what the mail declares, strict UTF-8, GB18030, and last the bytes as Windows-1252 with a note.
 * A declaration that reads the bytes but makes no sense of them loses to one that does.
 */
final class Charsets {
    /** Chinese text reaches this easily; a wrong reading by chance does not. */
    private static final double LIKELY_CHINESE = 0.75;

    private Charsets() {}

    static Decoded decode(byte[] bytes, @Nullable String label) {
        return decode(bytes, label, null);
    }

    /** @param second what else in the mail names a charset for these bytes, such as an HTML page's own head */
    static Decoded decode(byte[] bytes, @Nullable String label, @Nullable String second) {
        var declared = CharsetNames.of(label);
        if (declared.equals(CharsetNames.NONE)) {
            declared = CharsetNames.of(second);
        }
        var marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            return Decoded.sure(marked.get());
        }
        if (isSevenBit(bytes)) {
            return SevenBit.decode(bytes, declared);
        }
        return switch (declared) {
            case CharsetNames.HZ -> other(bytes, CharsetNames.GB18030);
            case CharsetNames.NONE, CharsetNames.UTF_7 -> undeclared(bytes, label != null);
            case CharsetNames.WESTERN -> western(bytes, second);
            case CharsetNames.UTF_8 -> utf8(bytes);
            default -> other(bytes, declared);
        };
    }

    private static Decoded undeclared(byte[] bytes, boolean labelled) {
        var utf8 = strict(bytes, CharsetNames.UTF_8);
        if (utf8.isPresent()) {
            return labelled ? guessed(utf8.get(), CharsetNames.UTF_8) : Decoded.sure(utf8.get());
        }
        return chinese(bytes, false).orElseGet(() -> kept(bytes));
    }

    private static Decoded western(byte[] bytes, @Nullable String second) {
        var utf8 = strict(bytes, CharsetNames.UTF_8);
        if (utf8.isPresent()) {
            return guessed(utf8.get(), CharsetNames.UTF_8);
        }
        var better = CharsetNames.of(second);
        if (!better.equals(CharsetNames.NONE) && !better.equals(CharsetNames.WESTERN)) {
            return other(bytes, better);
        }
        return chinese(bytes, true).orElseGet(() -> Decoded.sure(lenient(bytes, CharsetNames.WESTERN)));
    }

    private static Decoded utf8(byte[] bytes) {
        var strict = strict(bytes, CharsetNames.UTF_8);
        if (strict.isPresent()) {
            return Decoded.sure(strict.get());
        }
        var text = lenient(bytes, CharsetNames.UTF_8);
        var broken = text.chars().filter(c -> c == '\ufffd').count();
        var sound = text.chars().filter(c -> c > 0x7f).count() - broken;
        // Cut off or damaged in places, UTF-8 shows more sound characters than broken ones; another charset does not.
        var damaged = unreadable(text, CharsetNames.UTF_8);
        return sound >= broken ? damaged : chinese(bytes, false).orElse(damaged);
    }

    private static Decoded other(byte[] bytes, String declared) {
        var text = strict(bytes, declared);
        var utf8 = strict(bytes, CharsetNames.UTF_8);
        if (utf8.isPresent() && (text.isEmpty() || makesMoreSense(utf8.get(), text.get()))) {
            return guessed(utf8.get(), CharsetNames.UTF_8);
        }
        if (text.isPresent() && !isRatherChinese(bytes, declared, text.get())) {
            return Decoded.sure(text.get());
        }
        if (declared.contains("iso2022jp") || declared.startsWith("ISO-2022-JP")) {
            // Labelled as seven-bit Japanese, but the bytes are the eight-bit form of the same characters.
            var japanese = strict(bytes, "windows-31j");
            if (japanese.isPresent()) {
                return guessed(japanese.get(), "windows-31j");
            }
        }
        return declared.equals(CharsetNames.GB18030)
                ? unreadable(lenient(bytes, declared), declared)
                : chinese(bytes, true).orElseGet(() -> unreadable(lenient(bytes, declared), declared));
    }

    /** Bytes of the mainland's sets pass as Big5 and others, but give characters that nobody uses together. */
    private static boolean isRatherChinese(byte[] bytes, String declared, String text) {
        return !declared.equals(CharsetNames.GB18030)
                && GbShape.of(bytes).isPlainly()
                && ChineseLikeness.of(text) < LIKELY_CHINESE / 2;
    }

    /** Bytes that pass as strict UTF-8 are seldom anything else; only wholly sensible Chinese speaks against it. */
    private static boolean makesMoreSense(String utf8, String declared) {
        var likeness = ChineseLikeness.of(declared);
        return likeness < LIKELY_CHINESE || ChineseLikeness.of(utf8) >= likeness;
    }

    private static Optional<Decoded> chinese(byte[] bytes, boolean labelled) {
        if (!GbShape.of(bytes).isChinese(labelled)) {
            return Optional.empty();
        }
        var text = lenient(bytes, CharsetNames.GB18030);
        return Optional.of(
                text.indexOf('\ufffd') < 0
                        ? guessed(text, CharsetNames.GB18030)
                        : unreadable(text, CharsetNames.GB18030));
    }

    private static Decoded kept(byte[] bytes) {
        return Decoded.noted(lenient(bytes, CharsetNames.WESTERN), "charset unknown: kept as Windows-1252");
    }

    private static Decoded guessed(String text, String charset) {
        return Decoded.noted(text, "charset guessed: " + charset);
    }

    private static Decoded unreadable(String text, String charset) {
        return Decoded.noted(text, "some bytes are not " + charset);
    }

    /** The text if every byte of it is right in the charset. */
    static Optional<String> strict(byte[] bytes, String charset) {
        try {
            return Optional.of(Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String lenient(byte[] bytes, String charset) {
        return new String(bytes, Charset.forName(charset));
    }

    private static Optional<String> byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
            return Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8));
        }
        var pair = b.length >= 4 ? ((b[0] & 0xff) << 8) | (b[1] & 0xff) : 0;
        return pair == 0xfffe || pair == 0xfeff
                ? Optional.of(new String(b, StandardCharsets.UTF_16))
                : Optional.empty();
    }

    static boolean isSevenBit(byte[] bytes) {
        for (var b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
