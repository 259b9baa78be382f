package org.intakehub.gateway.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.archive.RawState;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads raw messages again with today's adapter: first to show what would differ, then for good. Messages are matched by source and
 * key, so no case is doubled.
 */
@Component
public class Replay {
    private static final int BATCH = 200;

    private final RawArchive archive;
    private final Reader reader;
    private final Filing filing;
    private final Messages messages;
    private final History history;
    private final SavedOutbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Replay(
            RawArchive archive,
            Reader reader,
            Filing filing,
            Messages messages,
            History history,
            SavedOutbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.archive = archive;
        this.reader = reader;
        this.filing = filing;
        this.messages = messages;
        this.history = history;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What a replay would change; changes nothing. Empty if there is no such raw message. */
    public Optional<ReplayReport> dryRun(String receiptId) {
        return transaction.execute(status -> archive.lock(receiptId).map(found -> report(found, read(found.raw()))));
    }

    /**
     * Replays for good.
     *
     * @param actor login name of the person who asked for it
     */
    public Optional<ReplayReport> apply(String receiptId, String actor) {
        return transaction.execute(status -> archive.lock(receiptId).map(found -> {
            var reading = read(found.raw());
            var report = report(found, reading);
            if (reading.messages().isPresent()) {
                var fresh = reading.messages().get();
                var automatic = Filing.automaticReason(fresh);
                if (automatic.isPresent()) {
                    archive.settle(receiptId, RawState.PARKED, automatic.get(), null);
                    return report;
                }
                archive.settle(receiptId, RawState.FILED, null, null);
                fresh.forEach(message -> replace(found.raw(), message, actor));
                filing.file(receiptId, found.raw(), fresh).forEach(outbox::add);
            } else if (found.state() == RawState.QUARANTINED) {
                archive.settle(receiptId, RawState.QUARANTINED, reading.problem(), null);
            }
            return report;
        }));
    }

    /**
     * A person has looked at a parked message and says that a citizen wrote it: it is filed like any other, only never acknowledged.
     *
     * @return false if it is not parked, or cannot be read
     */
    public boolean open(String receiptId, String actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> archive.lock(receiptId)
                .filter(found -> found.state() == RawState.PARKED)
                .map(found -> read(found.raw())
                        .messages()
                        .map(fresh -> {
                            archive.settle(receiptId, RawState.FILED, "opened by " + actor, null);
                            filing.file(receiptId, found.raw(), fresh).forEach(outbox::add);
                            return true;
                        })
                        .orElse(false))
                .orElse(false)));
    }

    /** Replays what a source sent in a span of time, each message in a transaction of its own; {@code forGood} or as a dry run. */
    public List<ReplayReport> range(String source, Instant from, Instant to, boolean forGood, String actor) {
        return range(source, from, to, forGood, actor, Integer.MAX_VALUE);
    }

    /** As a dry run, until so many messages were found whose reading changes something. */
    public List<ReplayReport> dryRange(String source, Instant from, Instant to, int most) {
        return range(source, from, to, false, History.HUB, most);
    }

    private List<ReplayReport> range(String source, Instant from, Instant to, boolean forGood, String actor, int most) {
        var reports = new ArrayList<ReplayReport>();
        var after = 0L;
        for (var places = archive.between(source, Times.sql(from), Times.sql(to), after, BATCH);
                !places.isEmpty();
                places = archive.between(source, Times.sql(from), Times.sql(to), after, BATCH)) {
            for (var place : places) {
                var report = forGood ? apply(place.receiptId(), actor) : dryRun(place.receiptId());
                report.filter(ReplayReport::isWorthALook).ifPresent(reports::add);
                after = place.seq();
                if (reports.size() >= most) {
                    return reports;
                }
            }
        }
        return reports;
    }

    /** Nothing comes of a quarantined or parked message: it leaves the list, and stays in the archive. */
    public boolean discard(String receiptId, String actor) {
        return jdbc.sql("""
                                update raw_message set state = 'DISCARDED', reason = concat_ws('; ', reason, 'discarded by ' || ?),
                                    settled_at = now()
                                where receipt_id = ? and state in ('QUARANTINED', 'PARKED')
                                """).params(actor, receiptId).update() == 1;
    }

    private Reading read(RawMessage raw) {
        try {
            return new Reading(Optional.of(reader.read(raw)), "");
        } catch (MalformedMessage e) {
            return new Reading(Optional.empty(), Objects.requireNonNullElse(e.getMessage(), "unreadable"));
        }
    }

    private ReplayReport report(RawArchive.Archived found, Reading reading) {
        var changes = new ArrayList<ReplayReport.Change>();
        for (var message : reading.messages().orElse(List.of())) {
            var known = messages.find(found.raw(), message);
            if (known.isEmpty() && message.automaticReason().isEmpty()) {
                changes.add(new ReplayReport.Change(message.key().value(), true, List.of()));
            } else if (known.isPresent()) {
                var fields = differences(known.get(), message);
                if (!fields.isEmpty()) {
                    changes.add(new ReplayReport.Change(message.key().value(), false, fields));
                }
            }
        }
        return new ReplayReport(found.receiptId(), found.state().name(), reading.problem(), changes);
    }

    private List<ReplayReport.Field> differences(Messages.Known known, IntakeMessage message) {
        var fields = new ArrayList<ReplayReport.Field>();
        compare(fields, "title", known.title(), Json.storable(message.title()));
        compare(fields, "text", known.text(), Json.storable(message.text()));
        compare(fields, "foldedText", known.foldedText(), Json.storable(message.foldedText()));
        // The database keeps its own order and spacing of the fields.
        if (!messages.parsed(known.normalised()).equals(messages.parsed(messages.normalised(message)))) {
            fields.add(new ReplayReport.Field("fields", known.normalised(), messages.normalised(message)));
        }
        return fields;
    }

    private static void compare(List<ReplayReport.Field> fields, String name, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new ReplayReport.Field(name, before, after));
        }
    }

    private void replace(RawMessage raw, IntakeMessage message, String actor) {
        messages.find(raw, message)
                .filter(known -> !differences(known, message).isEmpty())
                .ifPresent(known -> {
                    messages.replace(known.id(), message);
                    jdbc.sql("""
                                    update case_file set revision = revision + 1, updated_at = now(),
                                        description = case when description = :before then :after else description end
                                    where id = :id
                                    """)
                            .param("before", known.text())
                            .param("after", Json.storable(message.text()))
                            .param("id", known.caseId())
                            .update();
                    history.append(
                            known.caseId(),
                            actor,
                            History.Event.MESSAGE_READ_AGAIN,
                            Map.of("receipt", known.receiptId()));
                });
    }

    private record Reading(Optional<List<IntakeMessage>> messages, String problem) {}
}
