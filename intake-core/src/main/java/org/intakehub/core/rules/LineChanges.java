package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines one text has and the other has not; a line that only moved is in neither list. */
public record LineChanges(List<Line> removed, List<Line> added) {
    public LineChanges {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /**
     * One line.
     *
     * @param number in the text that has it, from 1
     */
    public record Line(int number, String text) {}

    public static LineChanges between(String before, String after) {
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        return new LineChanges(missing(old, fresh), missing(fresh, old));
    }

    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    private static List<Line> missing(List<String> from, List<String> in) {
        Map<String, Integer> counts = new HashMap<>();
        in.forEach(line -> counts.merge(line, 1, Integer::sum));
        List<Line> missing = new ArrayList<>();
        for (int index = 0; index < from.size(); index++) {
            int left = counts.merge(from.get(index), -1, Integer::sum);
            if (left < 0) {
                missing.add(new Line(index + 1, from.get(index)));
            }
        }
        return missing;
    }

    /** The mark at the beginning that spreadsheets write, and spaces at the ends, are no change. */
    private static List<String> lines(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        return plain.lines().map(String::stripTrailing).toList();
    }
}
