package org.intakehub.gateway.reply;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.routes.reply.Replies;
import org.intakehub.routes.stage.SourceHealth;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replies in the database, with the proof of what was sent, and the next way where one is closed. */
@Component
@Primary
class SavedReplies implements Replies {
    private final JdbcClient jdbc;
    private final ReplyRows rows;
    private final Fallback fallback;
    private final Proofs proofs;
    private final DeliveryReports reports;
    private final History history;
    private final SourceHealth health;
    private final TransactionTemplate transaction;

    SavedReplies(
            JdbcClient jdbc,
            ReplyRows rows,
            Fallback fallback,
            Proofs proofs,
            DeliveryReports reports,
            History history,
            SourceHealth health,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fallback = fallback;
        this.proofs = proofs;
        this.reports = reports;
        this.history = history;
        this.health = health;
        this.transaction = transaction;
    }

    @Override
    public Optional<Sending> begin(String replyId) {
        return Objects.requireNonNull(transaction.execute(status -> start(replyId)));
    }

    private Optional<Sending> start(String replyId) {
        var row = rows.lock(replyId).orElseThrow();
        if (row.state().equals("SENDING")) {
            settle(replyId, "UNCERTAIN", Event.REPLY_UNCERTAIN, "the hub stopped while it was being sent");
        }
        if (!row.state().equals("QUEUED")) {
            return Optional.empty();
        }
        var adapter = fallback.replying(row);
        if (adapter.isEmpty()) {
            giveUp(row, fallback.beyondThePlatform(row), "its source cannot send at the moment");
            return Optional.empty();
        }
        return compose(adapter.get(), row).map(outgoing -> {
            jdbc.sql("update reply set state = 'SENDING', attempts = attempts + 1 where id = ?::uuid")
                    .param(replyId)
                    .update();
            return new Sending(new SourceId(row.source()), outgoing, adapter.get());
        });
    }

    /** What to send; empty if another way was chosen, or none is left. */
    private Optional<Outgoing> compose(ReplyingAdapter adapter, ReplyRow row) {
        try {
            var outgoing = row.way() == Way.NOTICE
                    ? adapter.otherwise(row.reply()).orElseGet(() -> adapter.compose(row.reply()))
                    : adapter.compose(row.reply());
            var next = fallback.beyondThePlatform(row);
            if (outgoing instanceof Outgoing.ByHand task && task.expired() && next.isPresent()) {
                giveUp(row, next, "the platform takes no answer any more");
                return Optional.empty();
            }
            return Optional.of(outgoing);
        } catch (RemoteRejected e) {
            giveUp(row, fallback.beyondThePlatform(row), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void leaving(String replyId, Payload outgoing) {
        proofs.left(Proofs.Owner.REPLY, replyId, outgoing);
    }

    @Override
    public void answered(String replyId, int status, Payload answer) {
        proofs.answered(Proofs.Owner.REPLY, replyId, status, answer);
    }

    @Override
    public void sent(String replyId, String platformId) {
        transaction.executeWithoutResult(status -> {
            var source = jdbc.sql("""
                            update reply set state = 'SENT', platform_id = ?, sent_at = now(), reason = null where id = ?::uuid
                            returning source
                            """)
                    .params(platformId, replyId)
                    .query(String.class)
                    .single();
            append(replyId, Event.REPLY_SENT, "");
            reports.apply(source, platformId);
        });
    }

    @Override
    public void notSent(String replyId, String reason) {
        var source = jdbc.sql("update reply set state = 'QUEUED', reason = ? where id = ?::uuid returning source")
                .params(reason, replyId)
                .query(String.class)
                .single();
        health.failed(new SourceId(source), reason);
    }

    @Override
    public void byHand(String replyId, String instruction) {
        transaction.executeWithoutResult(status -> settle(replyId, "BY_HAND", Event.REPLY_BY_HAND, instruction));
    }

    @Override
    public void refused(String replyId, String reason) {
        transaction.executeWithoutResult(status -> {
            var row = rows.lock(replyId).orElseThrow();
            giveUp(row, fallback.after(row), reason);
        });
    }

    @Override
    public void uncertain(String replyId, String reason) {
        transaction.executeWithoutResult(status -> settle(replyId, "UNCERTAIN", Event.REPLY_UNCERTAIN, reason));
    }

    private void giveUp(ReplyRow row, Optional<Way> next, String reason) {
        next.ifPresentOrElse(
                way -> fallback.take(way, row, reason),
                () -> settle(row.reply().id(), "FAILED", Event.REPLY_FAILED, reason));
    }

    private void settle(String replyId, String state, Event event, String reason) {
        jdbc.sql("update reply set state = ?, reason = ? where id = ?::uuid")
                .params(state, reason, replyId)
                .update();
        append(replyId, event, reason);
    }

    private void append(String replyId, Event event, String reason) {
        var caseId = jdbc.sql("select case_id from reply where id = ?::uuid")
                .param(replyId)
                .query(UUID.class)
                .single();
        history.append(caseId, History.HUB, event, Map.of("reply", replyId, "reason", reason));
    }
}
