package org.intakehub.gateway.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.similar.Merging;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
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

    private final Splits splits;
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

    Splitting(
            Splits splits,
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
            Supplier<UUID> ids) {
        this.splits = splits;
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
        return Objects.requireNonNull(transaction.execute(status -> splits.letter(caseId)
                .map(letter -> letter.revision() == revision ? split(letter, parts, actor) : Split.not(Result.STALE))
                .orElseGet(() -> Split.not(Result.NOT_POSSIBLE))));
    }

    private Split split(Splits.Letter letter, List<String> parts, String actor) {
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
        var splitId = splits.remember(letter, actor);
        var opened = new ArrayList<UUID>();
        for (var i = 1; i < parts.size(); i++) {
            var messageId = ids.get();
            var part = PartOfLetter.of(whole.get(), messageId, parts.get(i), letter.number());
            var one = cases.open(raw, part);
            messages.add(messageId, letter.receiptId(), i, raw, part, one.id(), "SPLIT");
            splits.link(splitId, letter, i, messageId, one.id(), actor);
            splits.keepApart(letter.caseId(), opened, one.id(), actor);
            outbox.add(Hop.of(Queues.CLASSIFY, one.id().toString()));
            acknowledgements
                    .queue(one, messageId, raw, part, source.get())
                    .ifPresent(reply -> outbox.add(Hop.of(Queues.REPLY, reply.toString())));
            opened.add(one.id());
        }
        splits.narrow(letter, parts.get(0));
        history.append(letter.caseId(), actor, History.Event.SPLIT, Map.of("cases", opened));
        return new Split(Result.DONE, List.copyOf(opened));
    }

    /** Empty if today's adapter does not find the letter in its bytes any more. */
    private Optional<IntakeMessage> read(Splits.Letter letter, RawArchive.Archived archived) {
        try {
            return reader.read(archived.raw()).stream()
                    .filter(message -> Json.storable(message.key().value()).equals(letter.key()))
                    .findFirst();
        } catch (MalformedMessage e) {
            return Optional.empty();
        }
    }

    /** Puts what was split off last back: the parts are merged into the letter's case, which says again what it said before. */
    public Result undo(UUID caseId, int revision, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var letter = splits.letter(caseId);
            var last = splits.last(caseId);
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

    private Result putBack(Splits.Letter letter, UUID splitId, String actor) {
        var parts = splits.parts(splitId);
        for (var part : parts) {
            if (merging.merge(letter.caseId(), part, actor) != Merging.Result.DONE) {
                return Result.NOT_POSSIBLE;
            }
        }
        splits.restore(letter, splitId, actor);
        history.append(letter.caseId(), actor, History.Event.SPLIT_UNDONE, Map.of("cases", parts));
        return Result.DONE;
    }
}
