package org.intakehub.gateway.emergency;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.classification.Urgency;
import org.intakehub.gateway.filing.Afterwards;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the emergency office handed over and no unit has signed for yet, the gravest first, and who sees to it. */
@Component
@EnableConfigurationProperties(EmergencySettings.class)
public class Emergencies implements Afterwards {
    private static final String CHANNEL = "emergency-office";
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final EmergencySettings settings;
    private final History history;
    private final Clock clock;

    Emergencies(JdbcClient jdbc, EmergencySettings settings, History history, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.history = history;
        this.clock = clock;
    }

    /**
     * An event that no unit has signed for.
     *
     * @param rank 1 (gravest) to 3, none if the office named none
     * @param dueAt from then on a person is alarmed
     * @param takenBy who said that he sees to it
     */
    public record Unsigned(
            UUID caseId,
            String caseNumber,
            String title,
            String confidentiality,
            String state,
            @Nullable Integer rank,
            Instant dueAt,
            @Nullable Instant alarmedAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt) {
        /** The same event with its title as somebody else may see it. */
        public Unsigned withTitle(String shown) {
            return new Unsigned(
                    caseId, caseNumber, shown, confidentiality, state, rank, dueAt, alarmedAt, takenBy, takenAt);
        }

        /** Nobody signed in time, and nobody has said that he sees to it. */
        public boolean isAlarm() {
            return alarmedAt != null && takenBy == null;
        }

        @Override
        public String toString() {
            return "Unsigned[" + caseNumber + "]";
        }
    }

    @Override
    public void opened(UUID caseId, RawMessage raw, IntakeMessage message) {
        if (!raw.channel().value().equals(CHANNEL)) {
            return;
        }
        var told = message.extras().getOrDefault("rank", "");
        var rank = told.matches("[1-3]") ? Integer.parseInt(told) : 0;
        // The stage classify raises an urgency, and never lowers one.
        jdbc.sql("insert into emergency (case_id, rank, due_at) values (:id, :rank, :due);"
                        + " update case_file set urgency = :urgency where id = :id")
                .param("id", caseId)
                .param("rank", rank == 0 ? null : rank)
                .param("due", Times.sql(clock.instant().plus(settings.within(rank))))
                .param("urgency", (rank == 1 ? Urgency.CRITICAL : Urgency.URGENT).name())
                .update();
    }

    /** Those that nobody has signed for: alarms first, then by rank, then by how long they have been waiting. */
    public List<Unsigned> unsigned() {
        return jdbc.sql(
                        "select e.case_id, c.number as case_number, c.title, c.confidentiality, c.state, e.rank, e.due_at,"
                                + " e.alarmed_at, e.taken_by, e.taken_at from emergency e join case_file c on c.id = e.case_id"
                                + " where e.settled_at is null and not " + EmergencyWatch.SETTLED
                                + " order by (e.alarmed_at is not null and e.taken_by is null) desc, coalesce(e.rank, 4), e.due_at"
                                + " limit " + MOST)
                .query(Unsigned.class)
                .list();
    }

    /**
     * Somebody sees to it, and the others need not.
     *
     * @return false if nothing waits there, or somebody said so before
     */
    @Transactional
    public boolean take(UUID caseId, String username) {
        var taken = jdbc.sql("update emergency set taken_by = ?, taken_at = ?"
                                + " where case_id = ? and settled_at is null and taken_by is null")
                        .params(username, Times.sql(clock.instant()), caseId)
                        .update()
                == 1;
        if (taken) {
            history.append(caseId, username, History.Event.EMERGENCY_TAKEN, Map.of());
        }
        return taken;
    }
}
