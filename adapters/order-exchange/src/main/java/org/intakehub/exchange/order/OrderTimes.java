package org.intakehub.exchange.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.intakehub.core.channel.WrittenTime;

/** Times of orders, in Beijing time: written ones, and the day numbers that Excel keeps them as. */
final class OrderTimes {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Day 1 is 1 January 1900, and a 29 February 1900 is counted that never was. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private OrderTimes() {}

    static Optional<Instant> read(String written) {
        var text = written.strip();
        // five digits: days of the years 1927 to 2173; what WrittenTime reads has more
        return text.matches("[1-9]\\d{4}(\\.\\d{1,20})?")
                ? Optional.of(serial(new BigDecimal(text)))
                : WrittenTime.read(text, ZONE);
    }

    private static Instant serial(BigDecimal days) {
        var seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return DAY_ZERO.atStartOfDay().plusSeconds(seconds).atZone(ZONE).toInstant();
    }
}
