package org.intakehub.gateway.filing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of letters that were split, and of their parts; to be called in the transaction of the split. */
@Component
class Splits {
    private final JdbcClient jdbc;
    private final SavedOutbox outbox;
    private final History history;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Splits(JdbcClient jdbc, SavedOutbox outbox, History history, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** A case with the message that opened it, locked until the transaction ends. */
    record Letter(
            UUID caseId, String number, int revision, CaseState state, UUID messageId, String receiptId, String key) {
        boolean isOver() {
            return switch (state) {
                case CLOSED, ANSWERED_DIRECTLY, TRANSFERRED, NOT_ACCEPTED, MERGED -> true;
                default -> false;
            };
        }
    }

    Optional<Letter> letter(UUID caseId) {
        return jdbc.sql("""
                        select c.id, c.number, c.revision, c.state, m.id as message_id, m.receipt_id, m.message_key
                        from case_file c join lateral (select * from message o where o.case_id = c.id and o.kind = 'MATTER'
                            and o.joined_by = 'OPENED' order by o.seq limit 1) m on true
                        where c.id = ? for update of c
                        """)
                .param(caseId)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getInt("revision"),
                        CaseState.valueOf(row.getString("state")),
                        row.getObject("message_id", UUID.class),
                        row.getString("receipt_id"),
                        row.getString("message_key")))
                .optional();
    }

    UUID remember(Letter letter, String actor) {
        var id = ids.get();
        jdbc.sql("insert into case_split (id, letter_id, title_before, description_before, split_by, split_at)"
                        + " select ?, id, title, description, ?, ? from case_file where id = ?")
                .params(id, actor, Times.sql(clock.instant()), letter.caseId())
                .update();
        return id;
    }

    /** What the letter's case was raised to in secrecy holds for its parts; what they are about they are asked themselves. */
    void link(UUID splitId, Letter letter, int position, UUID messageId, UUID partId, String actor) {
        jdbc.sql("insert into case_part (part_id, split_id, position) values (:part, :split, :position);"
                        + " update message set split_from = :whole where id = :message;"
                        + " update case_file p set confidentiality = l.confidentiality, excluded_units = l.excluded_units"
                        + " from case_file l where p.id = :part and l.id = :letter")
                .param("part", partId)
                .param("split", splitId)
                .param("position", position)
                .param("whole", letter.messageId())
                .param("message", messageId)
                .param("letter", letter.caseId())
                .update();
        history.append(partId, actor, History.Event.SPLIT_OFF, Map.of("from", letter.caseId()));
    }

    /** What a person parted is never suggested to be one matter, nor joined by the hub. */
    void keepApart(UUID letter, List<UUID> others, UUID part, String actor) {
        for (var other : Stream.concat(Stream.of(letter), others.stream()).toList()) {
            jdbc.sql(
                            "insert into similar_case (case_id, other_id, score, reasons, automatic, found_at, state, settled_by,"
                                    + " settled_at) values (:part, :other, 0, '[]', false, :now, 'DISMISSED', :actor, :now)")
                    .param("part", part)
                    .param("other", other)
                    .param("now", Times.sql(clock.instant()))
                    .param("actor", actor)
                    .update();
        }
    }

    /** A case that waits for a person's decision is asked of the rules again: with one matter less it may be sure. */
    void narrow(Letter letter, String text) {
        var again = letter.state() == CaseState.TRIAGE;
        jdbc.sql(
                        "update case_file set title = :title, description = :text, revision = revision + 1, updated_at = now(),"
                                + " state = :state, category = case when :again then null else category end where id = :id")
                .param("title", Cases.title("", text))
                .param("text", Json.storable(text.strip()))
                .param("state", (again ? CaseState.ACCEPTED : letter.state()).name())
                .param("again", again)
                .param("id", letter.caseId())
                .update();
        if (again) {
            outbox.add(Hop.of(Queues.CLASSIFY, letter.caseId().toString()));
        }
    }

    /** The split of a letter that was not undone, the latest if there are several. */
    Optional<UUID> last(UUID letter) {
        return jdbc.sql(
                        "select id from case_split where letter_id = ? and undone_at is null order by split_at desc limit 1")
                .param(letter)
                .query(UUID.class)
                .optional();
    }

    /** Cases of a split that were not put back otherwise, in the letter's order. */
    List<UUID> parts(UUID splitId) {
        return jdbc.sql("select p.part_id from case_part p join case_file c on c.id = p.part_id"
                        + " where p.split_id = ? and c.state <> 'MERGED' order by p.position")
                .param(splitId)
                .query(UUID.class)
                .list();
    }

    /** The letter's case says again what it said before. */
    void restore(Letter letter, UUID splitId, String actor) {
        jdbc.sql("update case_file c set title = s.title_before, description = s.description_before,"
                        + " revision = c.revision + 1, updated_at = now() from case_split s where c.id = :id and s.id = :split;"
                        + " update case_split set undone_by = :actor, undone_at = :now where id = :split")
                .param("id", letter.caseId())
                .param("split", splitId)
                .param("actor", actor)
                .param("now", Times.sql(clock.instant()))
                .update();
    }
}
