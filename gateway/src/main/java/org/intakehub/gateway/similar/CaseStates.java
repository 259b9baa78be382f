package org.intakehub.gateway.similar;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the state of a case changes when it is merged and when that is undone; to be called in their transaction. */
@Component
class CaseStates {
    /** What is over stays as it is: who asks again has a case, a deadline and an answer of their own. */
    private static final Set<CaseState> OVER = Set.of(
            CaseState.CLOSED,
            CaseState.NOT_ACCEPTED,
            CaseState.TRANSFERRED,
            CaseState.ANSWERED_DIRECTLY,
            CaseState.MERGED);

    private final JdbcClient jdbc;
    private final SavedOutbox outbox;

    CaseStates(JdbcClient jdbc, SavedOutbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** A case, locked until the transaction ends. */
    record Locked(UUID id, int revision, CaseState state, Optional<UUID> mergedInto, Instant acceptedAt) {
        boolean mayBeJoined() {
            return state != CaseState.ACCEPTED && !OVER.contains(state);
        }
    }

    Optional<Locked> lock(UUID id) {
        return jdbc.sql("select id, revision, state, merged_into, accepted_at from case_file where id = ? for update")
                .param(id)
                .query((row, number) -> new Locked(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        CaseState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getObject("merged_into", UUID.class)),
                        row.getTimestamp("accepted_at").toInstant()))
                .optional();
    }

    /** Every deadline towards the citizen goes on; only that of the dispatch is met, for the main case is dispatched. */
    void merge(Locked newer, UUID main, Instant now) {
        var id = newer.id();
        var next = CaseLife.after(newer.state(), CaseStep.MERGE);
        jdbc.sql(
                        "update case_file set state = ?, merged_into = ?, revision = revision + 1, updated_at = ? where id = ?")
                .params(next.name(), main, Times.sql(now), id)
                .update();
        jdbc.sql("update clock set stopped_at = ? where case_id = ? and kind = 'DISPATCH' and stopped_at is null")
                .params(Times.sql(now), id)
                .update();
        touch(main, now);
    }

    /** The case goes on where it was. */
    void restore(UUID id, UUID main, CaseState state, Instant mergedAt, Instant now) {
        jdbc.sql(
                        "update case_file set state = ?, merged_into = null, revision = revision + 1, updated_at = ? where id = ?")
                .params(CaseLife.unmerged(CaseState.MERGED, state).name(), Times.sql(now), id)
                .update();
        jdbc.sql("update clock set stopped_at = null where case_id = ? and kind = 'DISPATCH' and stopped_at = ?")
                .params(id, Times.sql(mergedAt))
                .update();
        touch(main, now);
        if (state == CaseState.CLASSIFIED) {
            outbox.add(Hop.of(Queues.DISPATCH, id.toString()));
        }
    }

    /** All that hangs on a main case, over however many steps, leads to it. */
    void follow(UUID main) {
        jdbc.sql("""
                        with recursive below (id) as (
                            select case_id from case_merge where main_id = :main and undone_at is null
                            union
                            select m.case_id from case_merge m join below b on m.main_id = b.id where m.undone_at is null)
                        update case_file set merged_into = :main where id in (select id from below) and merged_into <> :main
                        """).param("main", main).update();
    }

    private void touch(UUID id, Instant now) {
        jdbc.sql("update case_file set revision = revision + 1, updated_at = ? where id = ?")
                .params(Times.sql(now), id)
                .update();
    }
}
