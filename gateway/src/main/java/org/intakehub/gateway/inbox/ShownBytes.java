package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Bytes of unknown origin as text for a page: nothing in it but visible characters, tabs and line ends. */
final class ShownBytes {
    /** What is shown at most, in bytes. */
    static final int MOST = 128 << 10;

    private static final List<Charset> TRIED = List.of(UTF_8, Charset.forName("GB18030"));

    private ShownBytes() {}

    /** Everything up to {@link #MOST}. */
    static String asText(byte[] bytes) {
        var shown = bytes.length > MOST ? Arrays.copyOf(bytes, MOST) : bytes;
        var text = TRIED.stream()
                .map(charset -> decode(shown, charset, bytes.length > MOST))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new String(shown, ISO_8859_1));
        return visible(text);
    }

    /** @param cut the end may be in the middle of a character */
    private static Optional<String> decode(byte[] bytes, Charset charset, boolean cut) {
        return IntStream.rangeClosed(0, cut ? 3 : 0)
                .mapToObj(spare -> strictly(ByteBuffer.wrap(bytes, 0, bytes.length - spare), charset))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> strictly(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String visible(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != '\r')
                .map(point -> point == '\n' || point == '\t' || !isInvisible(point) ? point : 0xfffd)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** Controls, and the marks that turn the direction of writing around. */
    private static boolean isInvisible(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
