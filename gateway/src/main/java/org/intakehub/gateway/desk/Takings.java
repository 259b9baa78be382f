package org.intakehub.gateway.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose case it is while it waits for a person: the first who takes it has it, and it goes back to all when he does nothing with it. Taking
 * changes nothing of the case itself, so it makes no page stale; two who take at once are told apart by the row.
 */
@Component
public class Takings {
    /** A case that was taken and not touched goes back to all after this time. */
    static final Duration LONGEST_UNTOUCHED = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    Takings(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Whose the case is, if somebody took it. */
    public Optional<String> assignee(UUID caseId) {
        return jdbc.sql("select assignee from case_file where id = ? and assignee is not null")
                .param(caseId)
                .query(String.class)
                .optional();
    }

    /**
     * Takes a case for somebody.
     *
     * @param from whose it was as the person saw it; empty: nobody's
     * @return whether it is his now; not if somebody else was faster
     */
    @Transactional
    public boolean take(UUID caseId, Optional<String> from, String actor) {
        var taken = jdbc.sql("update case_file set assignee = :actor, taken_at = :now where id = :id"
                        + " and assignee is not distinct from cast(:from as text) and assignee is distinct from :actor")
                .param("actor", actor)
                .param("now", Times.sql(clock.instant()))
                .param("id", caseId)
                .param("from", from.orElse(null))
                .update();
        if (taken == 1) {
            history.append(caseId, actor, History.Event.TAKEN, Map.of("from", from.orElse("")));
        }
        return assignee(caseId).filter(actor::equals).isPresent();
    }

    /** Gives a case back to all; nothing happens unless it is his. */
    @Transactional
    public void giveBack(UUID caseId, String actor) {
        var given = jdbc.sql("update case_file set assignee = null, taken_at = null where id = ? and assignee = ?")
                .params(caseId, actor)
                .update();
        if (given == 1) {
            history.append(caseId, actor, History.Event.GIVEN_BACK, Map.of());
        }
    }

    /** Gives back what nobody has worked on since it was taken; several nodes may do so at once. */
    @Transactional
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    public void giveBackUntouched() {
        List<UUID> untouched = jdbc.sql("""
                        update case_file c set assignee = null, taken_at = null
                        where c.taken_at < :since and not exists
                            (select from history h where h.case_id = c.id and h.actor = c.assignee and h.at > :since)
                        returning c.id
                        """)
                .param("since", Times.sql(clock.instant().minus(LONGEST_UNTOUCHED)))
                .query(UUID.class)
                .list();
        untouched.forEach(id -> history.append(id, History.HUB, History.Event.GIVEN_BACK, Map.of("untouched", true)));
    }
}
