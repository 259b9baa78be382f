package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits the content of a multipart at its delimiter lines; a missing closing delimiter is made up for by the end. */
final class Boundaries {
    private static final int LONGEST = 200;
    private static final byte[] DASHES = {'-', '-'};

    private final Slice content;
    private final int most;

    /** @param most parts wanted; one more is given if there are more */
    Boundaries(Slice content, int most) {
        this.content = content;
        this.most = most;
    }

    /** The parts, without the text before the first and after the last. */
    List<Slice> split(String declared) {
        var parts = declared.isEmpty() ? List.<Slice>of() : at(declared);
        if (!parts.isEmpty()) {
            return parts;
        }
        var guessed = guess();
        return guessed.isEmpty() ? List.of() : at(guessed);
    }

    private List<Slice> at(String boundary) {
        var delimiter = ("--" + boundary.stripTrailing()).getBytes(StandardCharsets.UTF_8);
        var parts = new ArrayList<Slice>();
        var open = -1;
        var before = 0;
        for (var at = 0; at < content.size() && parts.size() <= most; ) {
            var end = content.lineEnd(at);
            var next = content.afterLineEnd(end);
            if (content.startsWith(delimiter, at)) {
                var rest = at + delimiter.length;
                var closing = content.startsWith(DASHES, rest) && content.isBlank(rest + 2, end);
                if (closing || content.isBlank(rest, end)) {
                    if (open >= 0) {
                        parts.add(content.cut(open, before));
                    }
                    open = closing ? -1 : next;
                }
            }
            before = end;
            at = next;
        }
        if (open >= 0 && open < content.size() && parts.size() <= most) {
            parts.add(content.cut(open, content.size()));
        }
        return parts;
    }

    /** A line of two dashes and a word that comes twice, or once with dashes behind it, was meant as the delimiter. */
    private String guess() {
        Map<String, Integer> seen = new HashMap<>();
        for (var at = 0; at < content.size(); at = content.afterLineEnd(content.lineEnd(at))) {
            var end = content.lineEnd(at);
            if (!content.startsWith(DASHES, at) || end - at < 6 || end - at > LONGEST) {
                continue;
            }
            var line = new String(content.cut(at + 2, end).bytes(), StandardCharsets.ISO_8859_1).strip();
            var closing = line.endsWith("--");
            var name = closing ? line.substring(0, line.length() - 2) : line;
            if (name.matches("-*") || name.indexOf(' ') >= 0) {
                continue;
            }
            if (seen.merge(name, 1, Integer::sum) > 1) {
                return name;
            }
        }
        return "";
    }
}
