package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the header of a part and where its content begins, tolerating mailbox lines, stray lines and headers without an end. */
final class HeaderReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int LONGEST_NAME = 76;
    private static final int LONGEST_FIELD = 1 << 18;
    private static final int MOST_FIELDS = 1000;
    private static final int MOST_STRAY_LINES = 3;
    private static final int MOST_UNINDENTED_LINES = 20;
    private static final Set<String> KNOWN = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "received",
            "return-path",
            "content-type",
            "mime-version",
            "sender",
            "reply-to",
            "delivered-to",
            "content-transfer-encoding",
            "in-reply-to",
            "references",
            "content-disposition",
            "envelope-to",
            "dkim-signature",
            "authentication-results");

    private final Slice slice;
    private final List<Headers.RawField> fields = new ArrayList<>();
    private String name = "";
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private int content;

    private HeaderReader(Slice slice) {
        this.slice = slice;
    }

    static HeaderReader read(Slice slice) {
        var reader = new HeaderReader(slice);
        reader.content = reader.scan(reader.beginning());
        reader.close();
        return reader;
    }

    Headers headers() {
        return Headers.of(fields);
    }

    /** What follows the blank line. */
    Slice content() {
        return slice.cut(content, slice.size());
    }

    /** Skips what mailboxes and gateways put before the first field; zero if no field follows. */
    private int beginning() {
        var at = slice.startsWith(BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length : 0;
        var stray = 0;
        for (var i = at; i < slice.size() && stray <= MOST_STRAY_LINES; ) {
            var end = slice.lineEnd(i);
            if (nameLength(i, end) > 0) {
                return i;
            }
            stray += slice.isBlank(i, end) ? 0 : 1;
            i = slice.afterLineEnd(end);
        }
        return at;
    }

    private int scan(int start) {
        var at = start;
        while (at < slice.size() && fields.size() < MOST_FIELDS) {
            var end = slice.lineEnd(at);
            var next = slice.afterLineEnd(end);
            var length = nameLength(at, end);
            if (end == at) {
                return fields.isEmpty() && name.isEmpty() ? start : next;
            } else if (isFolded(at) && !name.isEmpty()) {
                if (slice.isBlank(at, end) && !continues(next)) {
                    return next;
                }
                append(at + 1, end);
            } else if (length > 0) {
                open(at, length, end);
            } else if (!name.isEmpty() && goesOn(next)) {
                // A gateway took the indent away that made this line a part of the field above.
                append(at, end);
            } else {
                // No field, and no header after it: the blank line is missing and the content begins here.
                return at;
            }
            at = next;
        }
        return at;
    }

    private boolean isFolded(int at) {
        return slice.at(at) == ' ' || slice.at(at) == '\t';
    }

    private boolean continues(int at) {
        return at < slice.size() && nameLength(at, slice.lineEnd(at)) > 0;
    }

    /** Whether a field that only mails have follows within a few lines, before any blank one. */
    private boolean goesOn(int from) {
        var at = from;
        for (var i = 0; i < MOST_UNINDENTED_LINES && at < slice.size(); i++) {
            var end = slice.lineEnd(at);
            if (end == at) {
                return false;
            }
            var length = nameLength(at, end);
            if (length > 0 && isKnown(new String(slice.cut(at, at + length).bytes(), StandardCharsets.US_ASCII))) {
                return true;
            }
            at = slice.afterLineEnd(end);
        }
        return false;
    }

    /** Whether a name is one that mails bear and other texts seldom do. */
    static boolean isKnown(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return KNOWN.contains(lower) || (lower.startsWith("x-") && lower.length() > 3);
    }

    /** Length of the field name that begins the line; 0 if the line is no field. */
    private int nameLength(int start, int end) {
        var i = start;
        while (i < end && i - start <= LONGEST_NAME && slice.at(i) > ' ' && slice.at(i) != ':' && slice.at(i) < 127) {
            i++;
        }
        var length = i - start;
        while (i < end && (slice.at(i) == ' ' || slice.at(i) == '\t')) {
            i++;
        }
        return i < end && slice.at(i) == ':' ? length : 0;
    }

    private void open(int at, int length, int end) {
        close();
        name = new String(slice.cut(at, at + length).bytes(), StandardCharsets.US_ASCII);
        var colon = at + length;
        while (slice.at(colon) != ':') {
            colon++;
        }
        value.writeBytes(
                slice.cut(colon + 1, Math.min(end, colon + 1 + LONGEST_FIELD)).bytes());
    }

    /** A line of the field above; a field longer than any honest one is read no further. */
    private void append(int from, int end) {
        if (value.size() < LONGEST_FIELD) {
            value.write(' ');
            value.writeBytes(
                    slice.cut(from, Math.min(end, from + LONGEST_FIELD)).bytes());
        }
    }

    private void close() {
        if (!name.isEmpty()) {
            fields.add(new Headers.RawField(name, value.toByteArray()));
        }
        value.reset();
    }
}
