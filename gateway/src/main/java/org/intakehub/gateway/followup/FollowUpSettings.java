package org.intakehub.gateway.followup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How follow-up is done.
 *
 * @param percent of the cases that are asked about; the others are closed once the answer is out
 * @param attempts after which a citizen who was not reached by telephone counts as unreachable
 */
@ConfigurationProperties("intake.follow-up")
record FollowUpSettings(
        @DefaultValue("100") int percent, @DefaultValue("3") int attempts) {
    FollowUpSettings {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("intake.follow-up.percent is between 0 and 100");
        }
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("intake.follow-up.attempts is between 1 and 10");
        }
    }
}
