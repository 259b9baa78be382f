package org.intakehub.core.answer;

import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;

/**
 * Whether a second person has to see the answers to some matters before they are sent; what is empty is any.
 *
 * @param asked whether he has to
 */
public record ReviewRule(
        Optional<String> channel,
        Optional<AppealType> type,
        Optional<Urgency> urgency,
        Optional<Confidentiality> confidentiality,
        boolean asked) {
    boolean fits(Answered matter) {
        return channel.map(matter.channel()::equals).orElse(true)
                && type.map(one -> one == matter.type()).orElse(true)
                && urgency.map(one -> one == matter.urgency()).orElse(true)
                && confidentiality.map(one -> one == matter.confidentiality()).orElse(true);
    }

    /** What the rules of review look at. */
    public record Answered(String channel, AppealType type, Urgency urgency, Confidentiality confidentiality) {}
}
