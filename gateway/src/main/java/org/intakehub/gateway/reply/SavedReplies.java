package org.intakehub.gateway.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.reply.Replies;
import org.intakehub.routes.stage.SourceHealth;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replies in the database, with the proof of what was sent. */
@Component
class SavedReplies implements Replies {
    private final JdbcClient jdbc;
    private final Sources sources;
    private final SignedTokens tokens;
    private final History history;
    private final SourceHealth health;
    private final TransactionTemplate transaction;

    SavedReplies(
            JdbcClient jdbc,
            Sources sources,
            @Qualifier("caseTokens") SignedTokens tokens,
            History history,
            SourceHealth health,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.tokens = tokens;
        this.history = history;
        this.health = health;
        this.transaction = transaction;
    }

    @Override
    public Optional<Sending> begin(String replyId) {
        return Objects.requireNonNull(transaction.execute(status -> start(replyId)));
    }

    private Optional<Sending> start(String replyId) {
        var found = lock(replyId).orElseThrow();
        if (found.state().equals("SENDING")) {
            uncertain(replyId, "the hub stopped while it was being sent");
        }
        if (!found.state().equals("QUEUED")) {
            return Optional.empty();
        }
        var adapter = sources.find(found.source()).flatMap(source -> source.as(ReplyingAdapter.class));
        if (adapter.isEmpty()) {
            refused(replyId, "its source cannot send at the moment");
            return Optional.empty();
        }
        jdbc.sql("update reply set state = 'SENDING', attempts = attempts + 1 where id = ?::uuid")
                .param(replyId)
                .update();
        return Optional.of(
                new Sending(new SourceId(found.source()), adapter.get().compose(found.reply()), adapter.get()));
    }

    @Override
    public void sent(String replyId, String platformId) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "update reply set state = 'SENT', platform_id = ?, sent_at = now(), reason = null where id = ?::uuid")
                    .params(platformId, replyId)
                    .update();
            append(replyId, Event.REPLY_SENT, "");
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
        giveUp(replyId, "BY_HAND", Event.REPLY_BY_HAND, instruction);
    }

    @Override
    public void refused(String replyId, String reason) {
        giveUp(replyId, "FAILED", Event.REPLY_FAILED, reason);
    }

    @Override
    public void uncertain(String replyId, String reason) {
        giveUp(replyId, "UNCERTAIN", Event.REPLY_UNCERTAIN, reason);
    }

    private void giveUp(String replyId, String state, Event event, String reason) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update reply set state = ?, reason = ? where id = ?::uuid")
                    .params(state, reason, replyId)
                    .update();
            append(replyId, event, reason);
        });
    }

    private void append(String replyId, Event event, String reason) {
        var caseId = jdbc.sql("select case_id from reply where id = ?::uuid")
                .param(replyId)
                .query(UUID.class)
                .single();
        history.append(caseId, History.HUB, event, Map.of("reply", replyId, "reason", reason));
    }

    private record Found(String state, String source, Reply reply) {}

    private Optional<Found> lock(String replyId) {
        return jdbc.sql("""
                        select r.id::text as id, r.state, r.source, r.kind, r.recipient, r.text, c.number, m.title, m.message_key,
                            c.external_id, r.created_at,
                            coalesce((select max(l.received_at) from message l where l.case_id = c.id and l.source = r.source),
                                m.received_at) as heard_at
                        from reply r join case_file c on c.id = r.case_id join message m on m.id = r.message_id
                        where r.id = ?::uuid for update of r
                        """).param(replyId).query(this::found).optional();
    }

    private Found found(ResultSet row, int rowNumber) throws SQLException {
        var number = row.getString("number");
        return new Found(
                row.getString("state"),
                row.getString("source"),
                new Reply(
                        row.getString("id"),
                        Reply.Kind.valueOf(row.getString("kind")),
                        number,
                        tokens.sign(number),
                        row.getString("recipient"),
                        Optional.of(row.getString("title")),
                        row.getString("text"),
                        List.of(row.getString("message_key")),
                        Optional.ofNullable(row.getString("external_id")),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }
}
