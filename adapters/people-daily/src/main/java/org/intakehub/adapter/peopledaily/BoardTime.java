package org.intakehub.adapter.peopledaily;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.intakehub.core.channel.WrittenTime;

/** Times as the board and its back office write them: seconds since 1970, text, or a spreadsheet's number of days. */
final class BoardTime {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final int SECONDS_A_DAY = 86_400;

    private BoardTime() {}

    static Optional<Instant> read(String text) {
        if (text.matches("[1-9]\\d{4}(\\.\\d{1,15})?")) {
            var seconds = Math.round(Double.parseDouble(text) * SECONDS_A_DAY);
            return Optional.of(DAY_ZERO.plusSeconds(seconds).atZone(ZONE).toInstant());
        }
        return WrittenTime.read(text, ZONE);
    }
}
