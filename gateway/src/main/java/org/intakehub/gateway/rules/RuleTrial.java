package org.intakehub.gateway.rules;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.learning.RunningModel;
import org.springframework.stereotype.Component;

/**
 * Runs draft rules beside those in force over the latest cases, as if each came in now: what people decided about it meanwhile is the yardstick
 * and no input. Changes nothing, and one trial at a time leaves the other processors to the road.
 */
@Component
class RuleTrial {
    static final int CASES = 1_000;
    private static final Duration TIME = Duration.ofSeconds(20);

    private final TrialCases cases;
    private final CityRules inForce;
    private final RunningModel running;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    RuleTrial(TrialCases cases, CityRules inForce, RunningModel running, Clock clock) {
        this.cases = cases;
        this.inForce = inForce;
        this.running = running;
        this.clock = clock;
    }

    /** Nothing while another trial runs on this node. */
    Optional<TrialReport> run(CityRules draft, Account reader) {
        if (!turn.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(compare(draft, reader));
        } finally {
            turn.release();
        }
    }

    private TrialReport compare(CityRules draft, Account reader) {
        var until = clock.instant().plus(TIME);
        var tally = new Tally(draft, running.classifier(), running.above(draft.classifier()));
        var last = Optional.<TrialCases.Case>empty();
        var batch = cases.next(reader, last);
        while (!batch.isEmpty()) {
            for (var one : batch) {
                if (tally.looked == CASES) {
                    return tally.report(false);
                }
                if (clock.instant().isAfter(until)) {
                    return tally.report(true);
                }
                tally.add(one);
                last = Optional.of(one);
            }
            batch = cases.next(reader, last);
        }
        return tally.report(false);
    }

    /** Adds up what both sets of rules say. */
    private final class Tally {
        private final CityRules draft;
        private final Classifier before;
        private final Classifier after;
        private final ArrayList<TrialReport.Changed> changed = new ArrayList<>();
        private int looked;
        private int judged;
        private int rightBefore;
        private int rightAfter;

        Tally(CityRules draft, Classifier before, Classifier after) {
            this.draft = draft;
            this.before = before;
            this.after = after;
        }

        void add(TrialCases.Case one) {
            looked++;
            var now = Decision.of(inForce, before, one.matter());
            var then = Decision.of(draft, after, one.matter());
            one.byPerson().ifPresent(category -> {
                judged++;
                rightBefore += now.agreesWith(category) ? 1 : 0;
                rightAfter += then.agreesWith(category) ? 1 : 0;
            });
            var shifts = now.shiftsTo(then);
            if (!shifts.isEmpty()) {
                changed.add(new TrialReport.Changed(one.id(), one.number(), one.title(), shifts));
            }
        }

        TrialReport report(boolean outOfTime) {
            return new TrialReport(looked, outOfTime, judged, rightBefore, rightAfter, changed);
        }
    }
}
