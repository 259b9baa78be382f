package org.intakehub.gateway.filing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.similar.Merging;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One matter per letter (一事一件): a person splits a letter, and each further matter gets a case, a deadline and an answer of its own, linked with the
 * letter's. The letter stays whole in its case; undoing puts the parts back into it by merging them.
 */
@Component
public class Splitting {
    private static final int MOST = 10;
    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;
    private final RawArchive archive;
    private final Reader reader;
    private final Sources sources;
    private final Cases cases;
    private final Messages messages;
    private final Acknowledgements acknowledgements;
    private final Merging merging;
    private final SavedOutbox outbox;
    private final History history;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Splitting(
            JdbcClient jdbc,
            RawArchive archive,
            Reader reader,
            Sources sources,
            Cases cases,
            Messages messages,
            Acknowledgements acknowledgements,
            Merging merging,
            SavedOutbox outbox,
            History history,
            TransactionTemplate transaction,
            Supplier<UUID> ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.archive = archive;
        this.reader = reader;
        this.sources = sources;
        this.cases = cases;
        this.messages = messages;
        this.acknowledgements = acknowledgements;
        this.merging = merging;
        this.outbox = outbox;
        this.history = history;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a wish to split or to undo it. */
    public enum Result {
        DONE,
        /** Somebody or something changed the case since the person looked at it. */
        STALE,
        /** The case is over, its letter cannot be read, it was not split, or a part of it went too far to be put back. */
        NOT_POSSIBLE
    }

    /**
     * What was made.
     *
     * @param cases those that were opened, in the order of the parts
     */
    public record Split(Result result, List<UUID> cases) {
        static Split not(Result why) {
            return new Split(why, List.of());
        }
    }

    private record Letter(
            UUID caseId, String number, int revision, CaseState state, UUID messageId, String receiptId, String key) {
        boolean isOver() {
            return switch (state) {
                case CLOSED, ANSWERED_DIRECTLY, TRANSFERRED, NOT_ACCEPTED, MERGED -> true;
                default -> false;
            };
        }
    }

    /**
     * Splits a letter.
     *
     * @param revision the revision of the case that the person looked at
     * @param parts the matters in their order; the first stays with the letter's case
     * @throws IllegalArgumentException if there are fewer than two parts or more than ten, or one of them is blank or too long
     */
    public Split split(UUID caseId, int revision, List<String> parts, String actor) {
        if (parts.size() < 2 || parts.size() > MOST) {
            throw new IllegalArgumentException("a letter is split into 2 to " + MOST + " parts");
        }
        if (parts.stream().anyMatch(part -> part.isBlank() || part.length() > LONGEST)) {
            throw new IllegalArgumentException("each part has 1 to " + LONGEST + " characters");
        }
        return Objects.requireNonNull(transaction.execute(status -> letter(caseId)
                .map(letter -> letter.revision() == revision ? split(letter, parts, actor) : Split.not(Result.STALE))
                .orElseGet(() -> Split.not(Result.NOT_POSSIBLE))));
    }

    private Optional<Letter> letter(UUID caseId) {
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

    private Split split(Letter letter, List<String> parts, String actor) {
        var archived = archive.lock(letter.receiptId());
        if (letter.isOver() || archived.isEmpty()) {
            return Split.not(Result.NOT_POSSIBLE);
        }
        var raw = archived.get().raw();
        var source = sources.find(raw.source());
        var whole = read(letter, archived.get());
        if (source.isEmpty() || whole.isEmpty()) {
            return Split.not(Result.NOT_POSSIBLE);
        }
        var splitId = remember(letter, actor);
        var opened = new ArrayList<UUID>();
        for (var i = 1; i < parts.size(); i++) {
            var messageId = ids.get();
            var part = PartOfLetter.of(whole.get(), messageId, parts.get(i), letter.number());
            var one = cases.open(raw, part);
            messages.add(messageId, letter.receiptId(), i, raw, part, one.id(), "SPLIT");
            link(splitId, letter, i, messageId, one.id(), actor);
            keepApart(letter.caseId(), opened, one.id(), actor);
            outbox.add(Hop.of(Queues.CLASSIFY, one.id().toString()));
            acknowledgements
                    .queue(one, messageId, raw, part, source.get())
                    .ifPresent(reply -> outbox.add(Hop.of(Queues.REPLY, reply.toString())));
            opened.add(one.id());
        }
        narrow(letter, parts.get(0));
        history.append(letter.caseId(), actor, History.Event.SPLIT, Map.of("cases", opened));
        return new Split(Result.DONE, List.copyOf(opened));
    }

    /** Empty if today's adapter does not find the letter in its bytes any more. */
    private Optional<IntakeMessage> read(Letter letter, RawArchive.Archived archived) {
        try {
            return reader.read(archived.raw()).stream()
                    .filter(message -> Json.storable(message.key().value()).equals(letter.key()))
                    .findFirst();
        } catch (MalformedMessage e) {
            return Optional.empty();
        }
    }

    private UUID remember(Letter letter, String actor) {
        var id = ids.get();
        jdbc.sql("insert into case_split (id, letter_id, title_before, description_before, split_by, split_at)"
                        + " select ?, id, title, description, ?, ? from case_file where id = ?")
                .params(id, actor, Times.sql(clock.instant()), letter.caseId())
                .update();
        return id;
    }

    /** What the letter's case was raised to in secrecy holds for its parts; what they are about they are asked themselves. */
    private void link(UUID splitId, Letter letter, int position, UUID messageId, UUID partId, String actor) {
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
    private void keepApart(UUID letter, List<UUID> others, UUID part, String actor) {
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
    private void narrow(Letter letter, String text) {
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

    /** Puts what was split off last back: the parts are merged into the letter's case, which says again what it said before. */
    public Result undo(UUID caseId, int revision, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var letter = letter(caseId);
            var last = jdbc.sql("select id from case_split where letter_id = ? and undone_at is null"
                            + " order by split_at desc limit 1")
                    .param(caseId)
                    .query(UUID.class)
                    .optional();
            if (letter.isEmpty() || letter.get().isOver() || last.isEmpty()) {
                return Result.NOT_POSSIBLE;
            }
            if (letter.get().revision() != revision) {
                return Result.STALE;
            }
            var result = putBack(letter.get(), last.get(), actor);
            if (result != Result.DONE) {
                status.setRollbackOnly();
            }
            return result;
        }));
    }

    private Result putBack(Letter letter, UUID splitId, String actor) {
        var parts = jdbc.sql("select p.part_id from case_part p join case_file c on c.id = p.part_id"
                        + " where p.split_id = ? and c.state <> 'MERGED' order by p.position")
                .param(splitId)
                .query(UUID.class)
                .list();
        for (var part : parts) {
            if (merging.merge(letter.caseId(), part, actor) != Merging.Result.DONE) {
                return Result.NOT_POSSIBLE;
            }
        }
        jdbc.sql("update case_file c set title = s.title_before, description = s.description_before,"
                        + " revision = c.revision + 1, updated_at = now() from case_split s where c.id = :id and s.id = :split;"
                        + " update case_split set undone_by = :actor, undone_at = :now where id = :split")
                .param("id", letter.caseId())
                .param("split", splitId)
                .param("actor", actor)
                .param("now", Times.sql(clock.instant()))
                .update();
        history.append(letter.caseId(), actor, History.Event.SPLIT_UNDONE, Map.of("cases", parts));
        return Result.DONE;
    }
}
