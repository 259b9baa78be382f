package org.intakehub.gateway.classify;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.learning.TrainingExamples;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a person take back what he has just decided. The decision is saved at once and survives a closed browser; only its hop to dispatch
 * waits a moment in the outbox. Taking back means that the hop is still there: so no unit ever saw what was taken back.
 */
@Component
public class SecondThoughts {
    /** Five seconds on the page, and one for the way to it and back. */
    public static final Duration TIME = Duration.ofSeconds(6);

    private final JdbcClient jdbc;
    private final SavedOutbox outbox;
    private final History history;
    private final TrainingExamples examples;
    private final Supplier<UUID> ids;
    private final Clock clock;

    SecondThoughts(
            JdbcClient jdbc,
            SavedOutbox outbox,
            History history,
            TrainingExamples examples,
            Supplier<UUID> ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.history = history;
        this.examples = examples;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a decision changes, as it was before. */
    record Before(
            @Nullable String category,
            @Nullable String division,
            String area,
            @Nullable String classifiedBy) {}

    /** Sends the case on after {@link #TIME}, in the transaction of the decision; gives the decision's id. */
    UUID sendOn(UUID caseId, Before before, String actor) {
        var id = ids.get();
        var hop = outbox.add(Hop.of(Queues.DISPATCH, caseId.toString()), TIME);
        jdbc.sql("""
                        insert into decision (id, case_id, actor, decided_at, outbox_id, category, division, area, decider)
                        values (:id, :case, :actor, :now, :hop, :category, :division, :area, :decider)
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("actor", actor)
                .param("now", Times.sql(clock.instant()))
                .param("hop", hop)
                .param("category", before.category())
                .param("division", before.division())
                .param("area", before.area())
                .param("decider", before.classifiedBy())
                .update();
        return id;
    }

    private record Decision(
            long outboxId,
            @Nullable String category,
            @Nullable String division,
            String area,
            @Nullable String decider) {}

    /**
     * Puts a case back into triage, as it was before a decision.
     *
     * @return false if the decision is not his, was taken back before, or has gone out already
     */
    @Transactional
    public boolean undo(UUID caseId, UUID decisionId, String actor) {
        if (!isStillClassified(caseId)) {
            return false;
        }
        var decision = jdbc.sql(
                        "update decision set undone_at = :now where id = :id and case_id = :case and actor = :actor"
                                + " and undone_at is null and exists (select from outbox o where o.id = outbox_id)"
                                + " returning outbox_id, category, division, area, decider")
                .param("now", Times.sql(clock.instant()))
                .param("id", decisionId)
                .param("case", caseId)
                .param("actor", actor)
                .query(Decision.class)
                .optional();
        if (decision.isEmpty() || !outbox.takeBack(decision.get().outboxId())) {
            decision.ifPresent(gone -> forget(decisionId));
            return false;
        }
        restore(caseId, decision.get());
        examples.forget(caseId);
        history.append(caseId, actor, History.Event.DECISION_UNDONE, Map.of());
        return true;
    }

    /** It may have been merged meanwhile; then it goes on from there. */
    private boolean isStillClassified(UUID caseId) {
        return jdbc.sql("select 1 from case_file where id = ? and state = 'CLASSIFIED' for update")
                .param(caseId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** It left between the look and the grasp. */
    private void forget(UUID decisionId) {
        jdbc.sql("update decision set undone_at = null where id = ?")
                .param(decisionId)
                .update();
    }

    private void restore(UUID caseId, Decision before) {
        jdbc.sql("""
                        update case_file set state = 'TRIAGE', category = :category, division = :division, area = :area,
                            classified_by = :decider, revision = revision + 1, updated_at = now()
                        where id = :id
                        """)
                .param("category", before.category())
                .param("division", before.division())
                .param("area", before.area())
                .param("decider", before.decider())
                .param("id", caseId)
                .update();
    }
}
