package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads uuencoded content, which old gateways still send as a transfer encoding. */
final class Uuencode {
    private static final byte[] BEGIN = "begin ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);

    private Uuencode() {}

    /** The bytes between "begin" and "end", or the input unchanged if there is no "begin". */
    static byte[] decode(byte[] raw) {
        var slice = Slice.of(raw);
        var out = new ByteArrayOutputStream(raw.length);
        var inside = false;
        for (var i = 0; i < slice.size(); i = slice.afterLineEnd(slice.lineEnd(i))) {
            if (!inside) {
                inside = slice.startsWith(BEGIN, i);
            } else if (slice.startsWith(END, i)) {
                return out.toByteArray();
            } else {
                line(slice, i, slice.lineEnd(i), out);
            }
        }
        return inside ? out.toByteArray() : raw;
    }

    private static void line(Slice slice, int start, int end, ByteArrayOutputStream out) {
        if (start >= end) {
            return;
        }
        var left = slice.at(start) - ' ' & 0x3f;
        for (var i = start + 1; i < end && left > 0; i += 4) {
            var bits = value(slice, i, end) << 18
                    | value(slice, i + 1, end) << 12
                    | value(slice, i + 2, end) << 6
                    | value(slice, i + 3, end);
            for (var shift = 16; shift >= 0 && left > 0; shift -= 8) {
                out.write(bits >> shift);
                left--;
            }
        }
    }

    private static int value(Slice slice, int index, int end) {
        return index < end ? slice.at(index) - ' ' & 0x3f : 0;
    }
}
