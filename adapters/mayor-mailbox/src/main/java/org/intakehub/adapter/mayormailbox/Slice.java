package org.intakehub.adapter.mayormailbox;

import java.util.Arrays;

/** A stretch of bytes that is read line by line without copying it. */
final class Slice {
    /** "CR CR LF" is seen in the wild; a longer run is not one line end. */
    private static final int LONGEST_LINE_END = 3;

    private final byte[] array;
    private final int from;
    private final int to;

    private Slice(byte[] array, int from, int to) {
        this.array = array;
        this.from = from;
        this.to = to;
    }

    static Slice of(byte[] array) {
        return new Slice(array, 0, array.length);
    }

    int size() {
        return to - from;
    }

    byte at(int index) {
        return array[from + index];
    }

    Slice cut(int start, int end) {
        return new Slice(array, from + start, from + Math.max(start, end));
    }

    byte[] bytes() {
        return Arrays.copyOfRange(array, from, to);
    }

    /** Index of the line end that closes the line at {@code start}, or the size. */
    int lineEnd(int start) {
        var i = start;
        while (i < size() && at(i) != '\n' && at(i) != '\r') {
            i++;
        }
        return i;
    }

    /** Index of the line that follows a line end; LF, CRLF, CR CR LF and a lone CR all end a line. */
    int afterLineEnd(int end) {
        if (end >= size() || at(end) == '\n') {
            return Math.min(end + 1, size());
        }
        var i = end;
        while (i < size() && i - end < LONGEST_LINE_END && at(i) == '\r') {
            i++;
        }
        return i < size() && at(i) == '\n' ? i + 1 : end + 1;
    }

    boolean startsWith(byte[] prefix, int at) {
        return at + prefix.length <= size()
                && Arrays.equals(array, from + at, from + at + prefix.length, prefix, 0, prefix.length);
    }

    /** Whether everything from {@code start} to {@code end} is a space or tab. */
    boolean isBlank(int start, int end) {
        for (var i = start; i < end; i++) {
            if (at(i) != ' ' && at(i) != '\t') {
                return false;
            }
        }
        return true;
    }
}
