package org.intakehub.gateway.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody has to call back: calls that were missed, and citizens who asked about an outage that is over; every try with its name. */
@Component
public class CallBacks {
    /** What came of a try. */
    public enum Result {
        REACHED,
        NO_ANSWER,
        BUSY,
        WRONG_NUMBER,
        GIVEN_UP
    }

    /** What came of noting a try. */
    public enum Noted {
        NOTED,
        UNKNOWN,
        STALE
    }

    /** Nobody waits for this call as for one that was missed; it may take the rest of the day. */
    private static final Duration AFTER_AN_OUTAGE = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final History history;
    private final Supplier<UUID> ids;
    private final Clock clock;

    CallBacks(JdbcClient jdbc, History history, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts a citizen onto the list who has to know that an outage is over.
     *
     * @param since when it was over
     */
    public void owe(UUID caseId, String phone, UUID outage, Instant since) {
        jdbc.sql("insert into call_back (id, case_id, phone, missed_at, due_at, why, outage_id)"
                        + " values (?, ?, ?, ?, ?, 'RESTORED', ?)")
                .params(
                        ids.get(),
                        caseId,
                        phone,
                        Times.sql(since),
                        Times.sql(clock.instant().plus(AFTER_AN_OUTAGE)),
                        outage)
                .update();
    }

    /**
     * One call to make.
     *
     * @param missedAt when the call was missed, or the outage was over
     * @param why MISSED, or RESTORED after an outage
     */
    public record CallBack(
            UUID id,
            UUID caseId,
            String caseNumber,
            String confidentiality,
            String phone,
            Instant missedAt,
            Instant dueAt,
            String state,
            int attempts,
            int revision,
            @Nullable Instant lastAt,
            @Nullable String lastBy,
            @Nullable String lastResult,
            String why,
            @Nullable UUID outageId) {
        /** The same call with the number as somebody else may see it. */
        public CallBack withPhone(String shown) {
            return new CallBack(
                    id,
                    caseId,
                    caseNumber,
                    confidentiality,
                    shown,
                    missedAt,
                    dueAt,
                    state,
                    attempts,
                    revision,
                    lastAt,
                    lastBy,
                    lastResult,
                    why,
                    outageId);
        }

        @Override
        public String toString() {
            return "CallBack[" + id + ", " + state + "]";
        }
    }

    /** Those in the state, by when they are due; at most {@code size} after the given one. */
    public List<CallBack> list(boolean isOpen, Optional<Instant> afterDue, Optional<UUID> afterId, int size) {
        return jdbc.sql("""
                        select b.id, b.case_id, c.number as case_number, c.confidentiality, b.phone, b.missed_at, b.due_at, b.state,
                            b.attempts, b.revision, b.last_at, b.last_by, b.last_result, b.why, b.outage_id
                        from call_back b join case_file c on c.id = b.case_id
                        where (b.state = 'WAITING') = :open and (b.due_at, b.id) > (:due, :id)
                        order by b.due_at, b.id limit :size
                        """)
                .param("open", isOpen)
                .param("due", Times.sql(afterDue.orElse(Instant.EPOCH)))
                .param("id", afterId.orElse(new UUID(0, 0)))
                .param("size", size)
                .query(CallBack.class)
                .list();
    }

    /** Notes a try; whoever looks at an older revision has to look again first. */
    @Transactional
    public Noted note(UUID id, int revision, Result result, String note, String username) {
        var found = jdbc.sql("select case_id, revision from call_back where id = ? and state = 'WAITING' for update")
                .param(id)
                .query((row, number) -> Map.entry(row.getObject("case_id", UUID.class), row.getInt("revision")))
                .optional();
        if (found.isEmpty()) {
            return Noted.UNKNOWN;
        }
        if (found.get().getValue() != revision) {
            return Noted.STALE;
        }
        var isOver = result == Result.REACHED || result == Result.WRONG_NUMBER || result == Result.GIVEN_UP;
        jdbc.sql("""
                        update call_back set state = ?, attempts = attempts + 1, revision = revision + 1, last_at = ?, last_by = ?,
                            last_result = ? where id = ?
                        """)
                .params(isOver ? "DONE" : "WAITING", Times.sql(clock.instant()), username, result.name(), id)
                .update();
        history.append(
                found.get().getKey(),
                username,
                History.Event.CALLED_BACK,
                Map.of("result", result.name(), "note", Json.storable(note)));
        return Noted.NOTED;
    }
}
