package org.intakehub.core.channel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as platforms write them: text in several orders and signs, or seconds or milliseconds since 1970. */
public final class WrittenTime {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:[ T]*(\\d{1,2})[:时](\\d{1,2})[:分]?(\\d{1,2})?秒?(?:[.,]\\d{1,9})?)?");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(?:(\\d{2})(?:\\d{3})?)?)?");
    private static final Pattern SINCE_1970 = Pattern.compile("\\d{10}|\\d{13}");

    private WrittenTime() {}

    /**
     * The moment that is written; empty if it cannot be told. Ten digits are seconds since 1970 and thirteen are milliseconds.
     *
     * @param zone where the platform's clocks hang; a text that names its offset does not need it
     */
    public static Optional<Instant> read(String written, ZoneId zone) {
        var text = written.strip();
        try {
            if (SINCE_1970.matcher(text).matches()) {
                var number = Long.parseLong(text);
                return Optional.of(text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
            }
            var dashed = TEXT.matcher(text);
            if (dashed.matches()) {
                return Optional.of(moment(dashed, zone));
            }
            var digits = DIGITS.matcher(text);
            return Optional.of(
                    digits.matches()
                            ? moment(digits, zone)
                            : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(Matcher parts, ZoneId zone) {
        return LocalDateTime.of(
                        part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4), part(parts, 5), part(parts, 6))
                .atZone(zone)
                .toInstant();
    }

    private static int part(Matcher parts, int group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
