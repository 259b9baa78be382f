package org.intakehub.gateway.filing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.archive.RawState;
import org.intakehub.gateway.reply.DeliveryReports;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.RawMessages;
import org.intakehub.routes.stage.ReceiptIds;
import org.intakehub.routes.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stage file: archives the raw message, and in the same transaction files what was read, or quarantines it with the reason. */
@Component
public class FileStage implements Stage {
    private static final Duration OVERTAKEN = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(FileStage.class);

    private final RawArchive archive;
    private final Reader reader;
    private final Filing filing;
    private final DeliveryReports reports;
    private final ReceiptIds receipts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileStage(
            RawArchive archive,
            Reader reader,
            Filing filing,
            DeliveryReports reports,
            ReceiptIds receipts,
            TransactionTemplate transaction,
            Clock clock) {
        this.archive = archive;
        this.reader = reader;
        this.filing = filing;
        this.reports = reports;
        this.receipts = receipts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var receiptId = RawMessages.receiptId(delivery);
        var raw = RawMessages.raw(delivery);
        List<IntakeMessage> read;
        try {
            read = reader.read(raw);
        } catch (MalformedMessage e) {
            return commit(delivery, raw, RawState.QUARANTINED, String.valueOf(e.getMessage()), List::of);
        }
        var report = Filing.report(read);
        if (report.isPresent()) {
            var known = reports.knows(raw.source(), report.get());
            return commit(delivery, raw, known ? RawState.FILED : RawState.PARKED, "a report on what was sent", () -> {
                reports.take(receiptId, raw.source(), report.get());
                return List.of();
            });
        }
        var automatic = Filing.automaticReason(read);
        if (automatic.isPresent()) {
            return commit(delivery, raw, RawState.PARKED, automatic.get(), () -> filing.park(raw, read));
        }
        var orphans = filing.orphans(raw, read);
        return orphans.isEmpty()
                ? commit(delivery, raw, RawState.FILED, null, () -> filing.file(receiptId, raw, read))
                : withoutOrphans(delivery, raw, read, orphans);
    }

    /** A platform's word may overtake the matter that it is about: it is waited for a little, then a person has to look. */
    private List<Hop> withoutOrphans(
            Delivery delivery, RawMessage raw, List<IntakeMessage> read, List<IntakeMessage> orphans) {
        if (raw.receivedAt().plus(OVERTAKEN).isAfter(clock.instant())) {
            throw new RemoteUnavailable("the matter of a notice is not here yet");
        }
        var reason = orphans.size() + " of " + read.size() + " messages are notices about matters that are not here";
        var others = read.stream().filter(message -> !orphans.contains(message)).toList();
        return commit(
                delivery,
                raw,
                RawState.QUARANTINED,
                reason,
                () -> filing.file(RawMessages.receiptId(delivery), raw, others));
    }

    private List<Hop> commit(
            Delivery delivery, RawMessage raw, RawState state, @Nullable String reason, Supplier<List<Hop>> filed) {
        var receiptId = RawMessages.receiptId(delivery);
        if (state != RawState.FILED) {
            LOG.info("receipt {} is {}", receiptId, state);
        }
        var journalId = delivery.messageId().orElse(null);
        return Objects.requireNonNull(transaction.execute(
                status -> archive.add(receiptId, raw, state, reason, journalId) ? filed.get() : again(delivery, raw)));
    }

    /** The receipt is there already: a redelivery, unless the bytes differ; then they are kept too, for a person to look at. */
    private List<Hop> again(Delivery delivery, RawMessage raw) {
        var receiptId = RawMessages.receiptId(delivery);
        var first = archive.lock(receiptId).orElseThrow();
        if (first.sha256().equals(raw.body().sha256())) {
            var crashed = first.messageId().isPresent() && first.messageId().equals(delivery.messageId());
            return filing.hopsAgain(receiptId, crashed);
        }
        var other =
                receipts.of(raw.source(), raw.deliveryId() + "#" + raw.body().sha256());
        archive.add(other, raw, RawState.QUARANTINED, "its delivery id was used before, with another body", null);
        return List.of();
    }
}
