package org.intakehub.gateway.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.outbox.UnitMail;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units that get mail and their letters as people and machines see them; never what stands in them. */
@Component("letterBoard")
public class LetterBoard {
    private final UnitMail mail;
    private final JdbcClient jdbc;
    private final SavedOutbox outbox;

    LetterBoard(UnitMail mail, JdbcClient jdbc, SavedOutbox outbox) {
        this.mail = mail;
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** What has become of a letter. */
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        REFUSED,
        UNCERTAIN
    }

    /**
     * A unit that gets mail.
     *
     * @param waiting letters on their way to it
     * @param doubtful letters that were refused, or of which nobody can tell
     */
    public record Recipient(
            String unit, String address, @Nullable Instant sentAt, long waiting, long doubtful) {}

    /**
     * One letter.
     *
     * @param id that of the work order
     * @param seq its place in the list
     * @param reason why it did not leave, or why nobody can tell
     */
    public record Listed(
            UUID id,
            long seq,
            String caseNumber,
            String recipient,
            State state,
            int attempts,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String sentAgainBy) {
        public boolean maySendAgain() {
            return state == State.REFUSED || state == State.UNCERTAIN;
        }
    }

    public List<Recipient> recipients() {
        return mail.recipients().stream().map(this::recipient).toList();
    }

    Optional<Recipient> find(String unit) {
        return mail.address(unit).map(any -> recipient(unit));
    }

    private Recipient recipient(String unit) {
        return jdbc.sql("""
                        select :unit as unit, :address as address, (select max(l.sent_at) from unit_letter l where l.unit = :unit) as sent_at,
                            (select count(*) from unit_letter l where l.unit = :unit and l.state in ('QUEUED', 'SENDING')) as waiting,
                            (select count(*) from unit_letter l where l.unit = :unit and l.state in ('REFUSED', 'UNCERTAIN')) as doubtful
                        """)
                .param("unit", unit)
                .param("address", mail.address(unit).orElse(""))
                .query(Recipient.class)
                .single();
    }

    /** @param before the place after which the page begins */
    List<Listed> list(String unit, Optional<State> state, Optional<Long> before, int limit) {
        return jdbc.sql("""
                        select id, seq, case_number, recipient, state, attempts, reason, created_at, sent_at, sent_again_by from unit_letter
                        where unit = :unit and (:state::text is null or state = :state) and seq < :before order by seq desc limit :limit
                        """)
                .param("unit", unit)
                .param("state", state.map(State::name).orElse(null))
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query(Listed.class)
                .list();
    }

    /** A person has looked and wants it sent; false if it is on its way or was sent. */
    @Transactional
    public boolean again(String unit, UUID id, String actor) {
        var again = jdbc.sql(
                                "update unit_letter set state = 'QUEUED', reason = null, sent_again_by = ? where id = ? and unit = ?"
                                        + " and state in ('REFUSED', 'UNCERTAIN')")
                        .params(actor, id, unit)
                        .update()
                == 1;
        if (again) {
            outbox.add(Hop.of(Queues.LETTER, id.toString()));
        }
        return again;
    }
}
