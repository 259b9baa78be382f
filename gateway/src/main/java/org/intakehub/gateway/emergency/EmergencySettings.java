package org.intakehub.gateway.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Within what time a unit has to sign for what the emergency office handed over, before a person is alarmed.
 *
 * @param first for events of the first, gravest rank
 * @param second for the second rank
 * @param others for the third rank, and for those whose rank is not known
 */
@ConfigurationProperties("intake.emergency.sign-within")
record EmergencySettings(
        @DefaultValue("5m") Duration first,
        @DefaultValue("10m") Duration second,
        @DefaultValue("15m") Duration others) {
    EmergencySettings {
        if (first.isNegative() || second.isNegative() || others.isNegative()) {
            throw new IllegalArgumentException("the times of intake.emergency.sign-within are not negative");
        }
    }

    /** @param rank 1 to 3; 0 if it is not known */
    Duration within(int rank) {
        return switch (rank) {
            case 1 -> first;
            case 2 -> second;
            default -> others;
        };
    }
}
