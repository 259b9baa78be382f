package org.intakehub.gateway.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees at the moment how a case's citizen is reached. It lasts half an hour, for the one person and the one case, and the case's
 * history says who looked, when, and at what kinds of data, never at which; who may look is the case policy's business.
 */
@Component
public class Revelations {
    /** As long as a case that was taken stays with whoever does nothing with it. */
    static final Duration LASTING = Duration.ofMinutes(30);

    /** A column of a query over {@code case_file c}: the login names of those who see it. */
    public static final String COLUMN =
            "array(select r.username from revelation r where r.case_id = c.id and r.until > now()) as revealed_to";

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    Revelations(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** What may be there to be seen. */
    public enum Kind {
        PHONES("citizen_phones <> '{}'"),
        EMAIL("coalesce(citizen_email, '') <> ''"),
        ID_NUMBER("coalesce(citizen_id_number, '') <> ''"),
        /** The citizen's words and messages, in which numbers may stand. */
        WORDS("true");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /**
     * Shows it to somebody; who sees it already goes on to, without a second entry.
     *
     * @return until when he sees it
     */
    @Transactional
    public Instant reveal(UUID caseId, String actor) {
        var now = clock.instant();
        var until = now.plus(LASTING);
        var isNew = jdbc.sql("""
                        insert into revelation (case_id, username, until) values (:case, :actor, :until)
                        on conflict (case_id, username) do update set until = excluded.until where revelation.until <= :now
                        """)
                        .param("case", caseId)
                        .param("actor", actor)
                        .param("until", Times.sql(until))
                        .param("now", Times.sql(now))
                        .update()
                == 1;
        if (isNew) {
            history.append(caseId, actor, History.Event.REVEALED, Map.of("shown", kinds(caseId)));
            return until;
        }
        return jdbc.sql("select until from revelation where case_id = ? and username = ?")
                .params(caseId, actor)
                .query((row, number) -> row.getTimestamp("until").toInstant())
                .single();
    }

    /** Whether somebody sees it now. */
    public boolean isOpen(UUID caseId, String actor) {
        return jdbc.sql("select exists (select from revelation where case_id = ? and username = ? and until > ?)")
                .params(caseId, actor, Times.sql(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private List<Kind> kinds(UUID caseId) {
        var columns = new StringBuilder();
        for (var kind : Kind.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(kind.condition)
                    .append(" as ")
                    .append(kind.name());
        }
        return jdbc.sql("select " + columns + " from case_file where id = ?")
                .param(caseId)
                .query((row, number) -> {
                    var there = new ArrayList<Kind>();
                    for (var kind : Kind.values()) {
                        if (row.getBoolean(kind.name())) {
                            there.add(kind);
                        }
                    }
                    return List.copyOf(there);
                })
                .single();
    }
}
