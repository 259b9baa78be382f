package org.intakehub.gateway.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.intakehub.gateway.platform.HubSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as people of the city read them; templates call it {@code @times}. */
@Component("times")
public class LocalTimes {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final ZoneId zone;
    private final Clock clock;
    private final MessageSource texts;

    LocalTimes(HubSettings settings, Clock clock, MessageSource texts) {
        this.zone = settings.zone();
        this.clock = clock;
        this.texts = texts;
    }

    /** To the second; empty for none. */
    public String full(@Nullable Instant at) {
        return at == null ? "" : SECOND.format(at.atZone(zone));
    }

    /** As short as it can be without doubt: the clock today, else the day. */
    public String brief(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var local = at.atZone(zone);
        var now = clock.instant().atZone(zone);
        if (local.toLocalDate().equals(now.toLocalDate())) {
            return TODAY.format(local);
        }
        return (local.getYear() == now.getYear() ? THIS_YEAR : DAY).format(local);
    }

    /** Distance from now in the reader's language, such as "in 12 min" or "3 h ago". */
    public String distance(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        var between = Duration.between(clock.instant(), at);
        var key = between.isNegative() ? "time.ago" : "time.in";
        return text(key, length(between.abs()));
    }

    private String length(Duration length) {
        if (length.toMinutes() < 1) {
            return text("time.seconds", Long.toString(length.toSeconds()));
        }
        if (length.toHours() < 1) {
            return text("time.minutes", Long.toString(length.toMinutes()));
        }
        return length.toDays() < 2
                ? text("time.hours", Long.toString(length.toHours()))
                : text("time.days", Long.toString(length.toDays()));
    }

    private String text(String key, String value) {
        return texts.getMessage(key, new Object[] {value}, LocaleContextHolder.getLocale());
    }
}
