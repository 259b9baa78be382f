package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The raw archive to look at: the list of what became no case, and single messages byte for byte. */
@Component
class RawMessages {
    private static final List<String> STATES = List.of("RECEIVED", "FILED", "QUARANTINED", "PARKED", "DISCARDED");
    private static final String FACTS =
            "select seq, receipt_id, channel, source, received_at, size, state, reason from raw_message";

    private final JdbcClient jdbc;
    private final Json json;

    RawMessages(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One line of the list. */
    record Listed(
            long seq,
            String receiptId,
            String channel,
            String source,
            Instant receivedAt,
            int size,
            String state,
            @Nullable String reason) {}

    /** Newest first; {@code state} empty means what waits for a person: quarantined and parked. */
    Page<Listed> list(String state, Optional<Long> after, int size) {
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw new BadParameter("'state' is one of " + STATES);
        }
        var wanted = state.isEmpty() ? List.of("QUARANTINED", "PARKED") : List.of(state);
        var rows = jdbc.sql(FACTS + " where state in (:states) and seq < :after order by seq desc limit :limit")
                .param("states", wanted)
                .param("after", after.orElse(Long.MAX_VALUE))
                .param("limit", size + 1)
                .query(Listed.class)
                .list();
        return Page.of(rows, size, row -> Long.toString(row.seq()));
    }

    Optional<RawMessageSheet> find(String receiptId) {
        return jdbc.sql("select receipt_id, channel, source, received_at, signature, sha256, size, state, reason,"
                        + " headers::text as headers, substring(body for " + (ShownBytes.MOST + 1)
                        + ") as body from raw_message where receipt_id = ?")
                .param(receiptId)
                .query(this::sheet)
                .optional();
    }

    Optional<byte[]> bytes(String receiptId) {
        return jdbc.sql("select body from raw_message where receipt_id = ?")
                .param(receiptId)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** The message is one that the case was made of. */
    boolean belongsTo(String receiptId, UUID caseId) {
        return jdbc.sql("select exists (select from message where receipt_id = ? and case_id = ?)")
                .params(receiptId, caseId)
                .query(Boolean.class)
                .single();
    }

    private RawMessageSheet sheet(ResultSet row, int number) throws SQLException {
        var body = row.getBytes("body");
        return new RawMessageSheet(
                row.getString("receipt_id"),
                row.getString("channel"),
                row.getString("source"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("signature"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getString("state"),
                row.getString("reason"),
                json.texts(row.getString("headers")),
                ShownBytes.asText(body),
                body.length > ShownBytes.MOST);
    }
}
