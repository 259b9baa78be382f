package org.intakehub.gateway.letter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Outgoing.ByMail;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.gateway.outbox.UnitMail;
import org.intakehub.routes.reply.Letters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters in the database, and what stands in each at the moment in which it leaves. */
@Component
class SavedLetters implements Letters {
    private final JdbcClient jdbc;
    private final WorkOrders orders;
    private final LetterText text;
    private final TransactionTemplate transaction;

    /** @throws IllegalArgumentException if a unit that the city does not have gets mail, or if no server takes it */
    SavedLetters(
            JdbcClient jdbc,
            WorkOrders orders,
            LetterText text,
            TransactionTemplate transaction,
            UnitMail units,
            MailSettings mail,
            CityRules rules) {
        for (var unit : units.recipients()) {
            if (!UnitCode.isWellFormed(unit) || rules.unit(new UnitCode(unit)).isEmpty()) {
                throw new IllegalArgumentException("intake.units." + unit + ": units.csv has no unit of that code");
            }
            if (mail.host().isEmpty()) {
                throw new IllegalArgumentException("intake.units." + unit + ".mail needs intake.mail.host");
            }
        }
        this.jdbc = jdbc;
        this.orders = orders;
        this.text = text;
        this.transaction = transaction;
    }

    private record Row(String state, String recipient) {}

    @Override
    public Optional<ByMail> begin(String id) {
        return Objects.requireNonNull(transaction.execute(status -> start(id)));
    }

    private Optional<ByMail> start(String id) {
        return jdbc.sql("select state, recipient from unit_letter where id = ?::uuid for update")
                .param(id)
                .query(Row.class)
                .optional()
                .flatMap(row -> start(id, row));
    }

    private Optional<ByMail> start(String id, Row row) {
        if (row.state().equals("SENDING")) {
            uncertain(id, "the hub stopped while it was being sent");
        }
        if (!row.state().equals("QUEUED")) {
            return Optional.empty();
        }
        var order = orders.open(UUID.fromString(id));
        if (order.isEmpty()) {
            refused(id, "the work order is not the unit's any more");
            return Optional.empty();
        }
        jdbc.sql("update unit_letter set state = 'SENDING', attempts = attempts + 1 where id = ?::uuid")
                .param(id)
                .update();
        return Optional.of(text.write(order.get(), due(id), row.recipient()));
    }

    private Optional<Instant> due(String id) {
        return jdbc.sql("""
                        select k.due_at from clock k join work_order w on w.case_id = k.case_id
                        where w.id = ?::uuid and k.due_at is not null and k.stopped_at is null and k.kind in ('CLOSE', 'SUPERIOR')
                        order by k.due_at limit 1
                        """).param(id).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    @Override
    public void sent(String id) {
        jdbc.sql("update unit_letter set state = 'SENT', sent_at = now(), reason = null where id = ?::uuid")
                .param(id)
                .update();
    }

    @Override
    public void notSent(String id, String reason) {
        settle(id, "QUEUED", reason);
    }

    @Override
    public void refused(String id, String reason) {
        settle(id, "REFUSED", reason);
    }

    @Override
    public void uncertain(String id, String reason) {
        settle(id, "UNCERTAIN", reason);
    }

    private void settle(String id, String state, String reason) {
        jdbc.sql("update unit_letter set state = ?, reason = ? where id = ?::uuid")
                .params(state, reason, id)
                .update();
    }
}
