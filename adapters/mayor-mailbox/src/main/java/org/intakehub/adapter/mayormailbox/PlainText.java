package org.intakehub.adapter.mayormailbox;

import java.util.ArrayList;
import java.util.List;

/** Turns a text/plain body into lines; flowed text (RFC 3676) gets its paragraphs back. */
final class PlainText {
    private PlainText() {}

    static List<Line> lines(String text, Parameters type) {
        var clean = text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
        var lines = new ArrayList<Line>();
        var flowed = type.get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        var deleteSpace = type.get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        var open = new StringBuilder();
        for (var line : clean.split("\n", -1)) {
            var mark = quoteMark(line);
            if (!flowed || mark > 0 || !line.endsWith(" ") || line.equals("-- ")) {
                lines.add(new Line(open + unstuff(line, flowed && mark == 0), false));
                open.setLength(0);
            } else {
                open.append(unstuff(deleteSpace ? line.substring(0, line.length() - 1) : line, true));
            }
        }
        if (!open.isEmpty()) {
            lines.add(new Line(open.toString(), false));
        }
        return lines;
    }

    /** A flowed line that begins with a space, ">" or "From " was given one more space on the way. */
    private static String unstuff(String line, boolean flowed) {
        return flowed && line.startsWith(" ") ? line.substring(1) : line;
    }

    private static int quoteMark(String line) {
        return line.startsWith(">") ? 1 : 0;
    }
}
