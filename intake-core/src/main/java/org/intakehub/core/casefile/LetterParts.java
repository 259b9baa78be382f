package org.intakehub.core.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Suggests how a letter with several numbered matters could be split (一事一件); a person decides. */
public final class LetterParts {
    /** 一、 （二） 3. 4、 第五， at the beginning of a line. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?m)^[ \\t　]*(?:第?[一二三四五六七八九十]{1,2}[、，,.．]|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[1-9][0-9]?[、.．](?![0-9]))");

    private static final int SHORTEST = 6;

    private LetterParts() {}

    /** The numbered matters, what stands before the first with it; the whole text alone if it does not number any. */
    public static List<String> of(String text) {
        var starts =
                NUMBERED.matcher(text).results().map(found -> found.start()).toList();
        var parts = new ArrayList<String>();
        for (var i = 0; i < starts.size(); i++) {
            var begin = i == 0 ? 0 : starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            var part = text.substring(begin, end).strip();
            if (part.length() >= SHORTEST) {
                parts.add(part);
            }
        }
        return parts.size() < 2 ? List.of(text.strip()) : List.copyOf(parts);
    }
}
