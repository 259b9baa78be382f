package org.intakehub.adapter.mayormailbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the Date field: RFC 5322, its older forms, and what careless programs write. */
final class MailDates {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})(?![\\d:])");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d:+-])(\\d{4})(?!\\d)");
    private static final Pattern SHORT_YEAR = Pattern.compile("[a-z]{3,9}[ -](\\d{2}) ");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})(?!\\d)");
    /** RFC 5322's names. CST is left out on purpose: on mails of this country it is Chinese, not Central, time. */
    private static final Map<String, Integer> ZONES =
            Map.of("gmt", 0, "ut", 0, "utc", 0, "est", -5, "edt", -4, "pst", -8, "pdt", -7, "jst", 9);

    private static final int LONGEST = 100;

    private MailDates() {}

    /** The moment, or empty if none can be made out; a time without a zone is Chinese time, with a note. */
    static Optional<Instant> parse(String field, Set<String> notes) {
        var text = field.length() > LONGEST ? field.substring(0, LONGEST) : field;
        var lower = text.toLowerCase(Locale.ROOT);
        var time = TIME.matcher(lower);
        if (!time.find()) {
            return Optional.empty();
        }
        try {
            var second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
            var date = date(lower.substring(0, time.start()), lower.substring(time.end()));
            return date.map(day -> day.withHour(Integer.parseInt(time.group(1)))
                            .withMinute(Integer.parseInt(time.group(2)))
                            .withSecond(second))
                    .map(local -> at(local, lower.substring(time.end()), notes));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> date(String before, String after) {
        var numeric = NUMERIC.matcher(before);
        if (numeric.find()) {
            return Optional.of(LocalDateTime.of(
                    number(numeric.group(1)), number(numeric.group(2)), number(numeric.group(3)), 0, 0));
        }
        for (var i = 0; i < MONTHS.size(); i++) {
            var at = before.indexOf(MONTHS.get(i));
            var day = DAY.matcher(before);
            if (at >= 0 && day.find()) {
                var month = i + 1;
                return year(before, after).map(year -> LocalDateTime.of(year, month, number(day.group(1)), 0, 0));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> year(String before, String after) {
        var year = YEAR.matcher(before);
        if (year.find()) {
            return Optional.of(number(year.group(1)));
        }
        var late = YEAR.matcher(after);
        if (late.find()) {
            return Optional.of(number(late.group(1)));
        }
        var shortYear = SHORT_YEAR.matcher(before);
        if (shortYear.find()) {
            var value = number(shortYear.group(1));
            return Optional.of(value < 50 ? 2000 + value : 1900 + value);
        }
        return Optional.empty();
    }

    private static Instant at(LocalDateTime local, String rest, Set<String> notes) {
        var offset = OFFSET.matcher(rest);
        if (offset.find()) {
            var sign = offset.group(1).equals("-") ? -1 : 1;
            return local.toInstant(
                    ZoneOffset.ofHoursMinutes(sign * number(offset.group(2)), sign * number(offset.group(3))));
        }
        for (var zone : ZONES.entrySet()) {
            if (rest.contains(zone.getKey())) {
                return local.toInstant(ZoneOffset.ofHours(zone.getValue()));
            }
        }
        notes.add("date without a zone: taken as Chinese time");
        return local.atZone(HERE).toInstant();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
