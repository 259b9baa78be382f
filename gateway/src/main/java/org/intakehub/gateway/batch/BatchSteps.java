package org.intakehub.gateway.batch;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.gateway.classify.Triage;
import org.intakehub.gateway.desk.Takings;
import org.intakehub.gateway.life.CaseDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does with one case of a batch what the services of single cases do, under the same rules. */
@Component
class BatchSteps {
    private final JdbcClient jdbc;
    private final Takings takings;
    private final Triage triage;
    private final CaseDesk desk;

    BatchSteps(JdbcClient jdbc, Takings takings, Triage triage, CaseDesk desk) {
        this.jdbc = jdbc;
        this.takings = takings;
        this.triage = triage;
        this.desk = desk;
    }

    /** A case of a batch, and what is to be done with it. */
    record Line(
            UUID batchId,
            int position,
            UUID caseId,
            int revision,
            String login,
            String person,
            Wish.Kind kind,
            @Nullable String category,
            @Nullable String ground,
            String words) {
        @Override
        public String toString() {
            return "Line[" + batchId + ", " + position + "]";
        }
    }

    /**
     * What came of it.
     *
     * @param reason empty if it was done
     * @param decision by which it can be taken back
     */
    record Outcome(String reason, @Nullable UUID decision) {
        static final Outcome DONE = new Outcome("", null);

        static Outcome refused(Enum<?> reason) {
            return new Outcome(reason.name(), null);
        }
    }

    /** Does it, in the caller's transaction. */
    Outcome take(Line line) {
        return switch (line.kind()) {
            case TAKE ->
                takings.take(line.caseId(), Optional.empty(), line.login())
                        ? Outcome.DONE
                        : Outcome.refused(Batch.Reason.SOMEBODY_HAS_IT);
            case GIVE_BACK -> giveBack(line);
            case CONFIRM -> confirm(line);
            case NOT_ACCEPT -> {
                var ground = Ground.valueOf(Optional.ofNullable(line.ground()).orElseThrow());
                var actor = new Actor(line.login(), line.person());
                desk.notAccept(line.caseId(), line.revision(), ground, line.words(), actor);
                yield Outcome.DONE;
            }
        };
    }

    private Outcome giveBack(Line line) {
        if (takings.assignee(line.caseId()).filter(line.login()::equals).isEmpty()) {
            return Outcome.refused(Batch.Reason.NOT_YOURS);
        }
        takings.giveBack(line.caseId(), line.login());
        return Outcome.DONE;
    }

    private Outcome confirm(Line line) {
        var category = Optional.ofNullable(line.category()).or(() -> understood(line.caseId()));
        if (category.isEmpty()) {
            return Outcome.refused(Batch.Reason.NO_CATEGORY);
        }
        try {
            var decided = triage.decide(line.caseId(), line.revision(), category.get(), Optional.empty(), line.login());
            return switch (decided.result()) {
                case DONE -> new Outcome("", decided.id().orElse(null));
                case STALE -> Outcome.refused(Obstacle.STALE);
                case NOT_IN_TRIAGE -> Outcome.refused(Batch.Reason.NOT_IN_TRIAGE);
            };
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Batch.Reason.UNKNOWN_CHOICE);
        }
    }

    private Optional<String> understood(UUID caseId) {
        return jdbc.sql("select category from case_file where id = ? and category is not null")
                .param(caseId)
                .query(String.class)
                .optional();
    }
}
