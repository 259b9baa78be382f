package org.intakehub.gateway.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Missed calls that somebody has to call back, and every try with its result and the name of who tried. */
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

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    CallBacks(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** One call to make. */
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
            @Nullable String lastResult) {
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
                    lastResult);
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
                            b.attempts, b.revision, b.last_at, b.last_by, b.last_result
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
