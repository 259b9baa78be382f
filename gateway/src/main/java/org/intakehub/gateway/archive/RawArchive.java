package org.intakehub.gateway.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The raw messages and what became of each; nothing is ever removed from here by the road. */
@Component
public class RawArchive {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    RawArchive(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Archives the bytes under their receipt, with what becomes of them.
     *
     * @param messageId the broker's id of the message that brought them, by which a repeated delivery is known
     * @return false if the receipt is there already
     */
    public boolean add(
            String receiptId, RawMessage raw, RawState state, @Nullable String reason, @Nullable String messageId) {
        return jdbc.sql("""
                                insert into raw_message (receipt_id, channel, source, delivery_id, received_at, signature,
                                    sha256, size, headers, body, state, reason, settled_at, journal_id)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                                on conflict (receipt_id) do nothing
                                """)
                        .params(
                                receiptId,
                                raw.channel().value(),
                                raw.source().value(),
                                Json.storable(raw.deliveryId()),
                                Times.sql(raw.receivedAt()),
                                raw.signature().name(),
                                raw.body().sha256(),
                                raw.body().size(),
                                json.write(raw.headers()),
                                raw.body().bytes(),
                                state.name())
                        .param(reason)
                        .param(Times.sql(clock.instant()))
                        .param(messageId)
                        .update()
                == 1;
    }

    /** Says what became of the message. */
    public void settle(String receiptId, RawState state, @Nullable String reason, @Nullable String sameAs) {
        jdbc.sql("update raw_message set state = ?, reason = ?, same_as = ?, settled_at = ? where receipt_id = ?")
                .param(state.name())
                .param(reason)
                .param(sameAs)
                .params(Times.sql(clock.instant()), receiptId)
                .update();
    }

    /** Locks the raw message until the transaction ends. */
    public Optional<Archived> lock(String receiptId) {
        return jdbc.sql("""
                        select receipt_id, channel, source, delivery_id, received_at, signature, sha256, headers::text as headers,
                            body, state, journal_id
                        from raw_message where receipt_id = ? for update
                        """).param(receiptId).query(this::archived).optional();
    }

    /** Receipts of a source's messages that were received in a span of time, oldest first, after a given place. */
    public List<Place> between(String source, OffsetDateTime from, OffsetDateTime to, long afterSeq, int limit) {
        return jdbc.sql("""
                        select seq, receipt_id from raw_message
                        where source = ? and received_at >= ? and received_at < ? and seq > ? order by seq limit ?
                        """)
                .params(source, from, to, afterSeq, limit)
                .query((row, number) -> new Place(row.getLong("seq"), row.getString("receipt_id")))
                .list();
    }

    private Archived archived(ResultSet row, int number) throws SQLException {
        return new Archived(
                row.getString("receipt_id"),
                new RawMessage(
                        new ChannelId(row.getString("channel")),
                        new SourceId(row.getString("source")),
                        row.getString("delivery_id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        json.texts(row.getString("headers")),
                        Payload.of(row.getBytes("body")),
                        SignatureStatus.valueOf(row.getString("signature"))),
                row.getString("sha256"),
                RawState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("journal_id")));
    }

    /**
     * A raw message with what became of it.
     *
     * @param messageId the broker's id of the message that brought it first
     */
    public record Archived(
            String receiptId, RawMessage raw, String sha256, RawState state, Optional<String> messageId) {}

    /** Where a raw message stands in the archive's order. */
    public record Place(long seq, String receiptId) {}
}
