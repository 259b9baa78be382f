package org.intakehub.adapter.mayormailbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the line by which a program says who wrote the quotation below it, and when. */
final class Attribution {
    private static final int LONGEST = 300;
    private static final int MOST_LINES = 3;

    private static final Pattern END = Pattern.compile("(?:(?:写道|寫道|写到|寫到|来信|來信|撰写|撰寫|写信说|wrote|writes|написала?)"
            + " ?[:：]?|schrieb[^:：]{0,120}[:：]|a écrit ?[:：]|escribió ?[:：]|ha scritto ?[:：]|書きました ?[:：]?) ?[-–—]*$");
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:19|20)\\d{2}\\b|(?:19|20)\\d{2} ?年|\\d{1,2} ?月 ?\\d{1,2} ?日|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}");
    private static final Pattern TIME_OR_ADDRESS = Pattern.compile("\\d{1,2}[:：]\\d{2}|@|<[^>]{3,}>");
    private static final Pattern OPENING =
            Pattern.compile("^[>|\\s-]*(?:on|at|am|le|el|il|在|于|於)\\b?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("[。！？；]");

    /** A whole attribution within a line whose breaks were lost: full date, time, and the writer. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?<!\\p{L})(?:在|于) ?\\d{4}(?:年|-)\\d{1,2}(?:月|-)\\d{1,2}日?[^。！？，,]{0,20}?\\d{1,2}:\\d{2}(?::\\d{2})?[，,][^。！？]{1,100}?写道[:：]");

    private Attribution() {}

    /** Where the attribution that ends at a line begins: there, or up to two lines above; empty if there is none. */
    static Optional<Integer> endingAt(List<String> lines, int end) {
        var last = Marks.of(lines.get(end));
        if (last.isEmpty() || !END.matcher(last).find()) {
            return Optional.empty();
        }
        var joined = last;
        for (var start = end; start >= 0 && start > end - MOST_LINES; start--) {
            var line = Marks.of(lines.get(start));
            if (line.isEmpty()) {
                break;
            }
            joined = start == end ? line : line + " " + joined;
            if (isWhole(joined)) {
                return Optional.of(withName(lines, start));
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(String text) {
        return text.length() <= LONGEST
                && DATE.matcher(text).find()
                && TIME_OR_ADDRESS.matcher(text).find()
                && !SENTENCE.matcher(text).find()
                && beginsLikeOne(text);
    }

    /** A name and address, or a preposition, or a date stands first: never a clause of the sender's own. */
    private static boolean beginsLikeOne(String text) {
        var date = DATE.matcher(text);
        return OPENING.matcher(text).matches() || (date.find() && date.start() <= 60);
    }

    /** Some programs break the line after the name and address. */
    private static int withName(List<String> lines, int start) {
        var above = start > 0 ? Marks.of(lines.get(start - 1)) : "";
        var first = Marks.of(lines.get(start));
        var follows = first.startsWith("于") || first.startsWith("在") || first.startsWith("於");
        return follows && above.length() <= 120 && above.endsWith(">") && above.contains("@") ? start - 1 : start;
    }

    /** Where an attribution begins and ends within a long line, if one does and text stands before or after it. */
    static Optional<int[]> within(String line) {
        var hint = line.indexOf("写道");
        if (hint < 0) {
            return Optional.empty();
        }
        var from = Math.max(0, hint - 200);
        var matcher = WITHIN.matcher(line);
        matcher.region(from, Math.min(line.length(), hint + 3));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var textBefore = matcher.start() > 0 && !isPartOfOne(line.substring(0, matcher.start()));
        return textBefore || matcher.end() < line.length()
                ? Optional.of(new int[] {matcher.start(), matcher.end()})
                : Optional.empty();
    }

    /** "Name <address>" before the date belongs to the attribution. */
    private static boolean isPartOfOne(String before) {
        var text = Marks.of(before);
        return text.length() <= 60
                && !SENTENCE.matcher(text).find()
                && (text.isEmpty() || text.endsWith(">") || text.endsWith(")") || text.matches("[>|-]+"));
    }
}
