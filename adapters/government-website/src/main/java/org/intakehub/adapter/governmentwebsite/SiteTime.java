package org.intakehub.adapter.governmentwebsite;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.intakehub.core.channel.WrittenTime;

/** Times as one site writes them: by a pattern anywhere within a text, or in one of the usual ways. */
final class SiteTime {
    private final DateTimeFormatter format;
    private final ZoneId zone;

    /** @param pattern of dates, with or without a time of day */
    SiteTime(String pattern, ZoneId zone) {
        // "uuuu" is what people mean who write "yyyy": the year without an era
        format = new DateTimeFormatterBuilder()
                .appendPattern(pattern.replace('y', 'u'))
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .toFormatter(Locale.ROOT);
        this.zone = zone;
    }

    /** Only the usual ways: seconds and milliseconds since 1970, and text that begins with the year. */
    static Optional<Instant> usual(String written, ZoneId zone) {
        return WrittenTime.read(written, zone);
    }

    Optional<Instant> read(String written) {
        for (var at = 0; at < Math.min(written.length(), 200); at++) {
            if (Character.isLetterOrDigit(written.charAt(at))) {
                var position = new ParsePosition(at);
                var parsed = parsed(written, position);
                if (parsed.isPresent()) {
                    return parsed;
                }
            }
        }
        return usual(written, zone);
    }

    private Optional<Instant> parsed(String written, ParsePosition position) {
        if (format.parseUnresolved(written, new ParsePosition(position.getIndex())) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.from(format.parse(written, position))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
