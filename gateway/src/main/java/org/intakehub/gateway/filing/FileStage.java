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
import org.jspecify.annotations.Nullable;
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
            return commit(receiptId, raw, RawState.QUARANTINED, String.valueOf(e.getMessage()), List::of);
        }
        var automatic = Filing.automaticReason(read);
        if (automatic.isPresent()) {
            return commit(receiptId, raw, RawState.PARKED, automatic.get(), List::of);
        }
        return commit(receiptId, raw, RawState.FILED, null, () -> filing.file(receiptId, raw, read));
    }

    private List<Hop> commit(
            String receiptId, RawMessage raw, RawState state, @Nullable String reason, Supplier<List<Hop>> filed) {
        if (state != RawState.FILED) {
            LOG.info("receipt {} is {}", receiptId, state);
        }
        return Objects.requireNonNull(transaction.execute(
                status -> archive.add(receiptId, raw, state, reason) ? filed.get() : again(receiptId, raw)));
    }

    /** The receipt is there already: a redelivery, unless the bytes differ; then they are kept too, for a person to look at. */
    private List<Hop> again(String receiptId, RawMessage raw) {
        var first = archive.lock(receiptId).orElseThrow();
        if (first.sha256().equals(raw.body().sha256())) {
            return filing.hopsAgain(receiptId);
        }
        var other =
                receipts.of(raw.source(), raw.deliveryId() + "#" + raw.body().sha256());
        archive.add(other, raw, RawState.QUARANTINED, "its delivery id was used before, with another body");
        return List.of();
    }
}
