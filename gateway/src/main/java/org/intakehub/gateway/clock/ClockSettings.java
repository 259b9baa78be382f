package org.intakehub.gateway.clock;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are told that time runs out; the limits themselves are in the city's {@code clocks.csv}.
 *
 * @param nightFrom from then on nobody is told unless the matter is urgent
 * @param nightTo until then
 * @param calendarAhead days for which holidays have to be known; fewer raise a warning
 */
@ConfigurationProperties("intake.clocks")
record ClockSettings(
        @DefaultValue("22:00") LocalTime nightFrom,
        @DefaultValue("07:00") LocalTime nightTo,
        @DefaultValue("60") int calendarAhead) {}
