package org.intakehub.gateway.action;

import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.gateway.action.ActionOutcome.Problem;
import org.intakehub.gateway.action.ActionOutcome.Refused;
import org.intakehub.gateway.life.LifeProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Refusals in the words and with the status that the REST API has for them. */
final class Problems {
    private Problems() {}

    static Refused unreadable(UnreadableAction why) {
        var problem = problem(HttpStatus.BAD_REQUEST, String.valueOf(why.getMessage()), null);
        return new Refused(why.id().orElse(null), null, problem);
    }

    static Refused impossible(ReceivedAction received, ImpossibleStep why) {
        return refused(
                received,
                LifeProblems.status(why),
                String.valueOf(why.getMessage()),
                why.obstacle().name());
    }

    static Refused refused(ReceivedAction received, HttpStatus status, String detail, @Nullable String obstacle) {
        return new Refused(received.id(), received.action().workOrder(), problem(status, detail, obstacle));
    }

    private static Problem problem(HttpStatus status, String detail, @Nullable String obstacle) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, obstacle);
    }
}
