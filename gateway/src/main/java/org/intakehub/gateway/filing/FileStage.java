package org.intakehub.gateway.filing;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.archive.RawState;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.RawMessages;
import org.intakehub.routes.stage.ReceiptIds;
import org.intakehub.routes.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stage file: archives the raw message, and in the same transaction files what was read, or quarantines it with the reason. */
@Component
public class FileStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(FileStage.class);

    private final RawArchive archive;
    private final Reader reader;
    private final Filing filing;
    private final ReceiptIds receipts;
    private final TransactionTemplate transaction;

    FileStage(RawArchive archive, Reader reader, Filing filing, ReceiptIds receipts, TransactionTemplate transaction) {
        this.archive = archive;
        this.reader = reader;
        this.filing = filing;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var receiptId = RawMessages.receiptId(delivery);
        var raw = RawMessages.raw(delivery);
        List<IntakeMessage> read;
        try {
            read = reader.read(raw);
        } catch (MalformedMessage e) {
            return commit(receiptId, raw, () -> quarantine(receiptId, e));
        }
        return commit(receiptId, raw, () -> filing.file(receiptId, raw, read));
    }

    private List<Hop> commit(String receiptId, RawMessage raw, Supplier<List<Hop>> settle) {
        return Objects.requireNonNull(
                transaction.execute(status -> archive.add(receiptId, raw) ? settle.get() : again(receiptId, raw)));
    }

    private List<Hop> quarantine(String receiptId, MalformedMessage reason) {
        archive.settle(receiptId, RawState.QUARANTINED, reason.getMessage(), null);
        LOG.info("receipt {} is in quarantine", receiptId);
        return List.of();
    }

    /** The receipt is there already: a redelivery, unless the bytes differ; then they are kept too, for a person to look at. */
    private List<Hop> again(String receiptId, RawMessage raw) {
        var first = archive.lock(receiptId).orElseThrow();
        if (first.sha256().equals(raw.body().sha256())) {
            return filing.hopsAgain(receiptId);
        }
        var other =
                receipts.of(raw.source(), raw.deliveryId() + "#" + raw.body().sha256());
        if (archive.add(other, raw)) {
            archive.settle(
                    other, RawState.QUARANTINED, "its delivery id was used before, with another body", receiptId);
        }
        return List.of();
    }
}
