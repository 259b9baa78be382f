package org.intakehub.gateway.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Reply;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads replies as adapters want them. */
@Component
class ReplyRows {
    /** Over {@code case_file c} and {@code message m}; a message of another source threads nothing. */
    private static final String PARTS = """
            c.id as case_id, c.number, c.confidentiality, c.citizen_email, cardinality(c.citizen_phones) > 0 as has_phone,
            m.title, case when m.source = r.source then coalesce((select o.message_key from message o where o.id = m.split_from),
                m.message_key) end as message_key,
            case when c.source = r.source then c.external_id end as external_id,
            coalesce((select max(l.received_at) from message l where l.case_id = c.id and l.source = r.source
                and l.kind = 'MATTER'), m.received_at) as heard_at
            """;

    private final JdbcClient jdbc;
    private final SignedTokens tokens;

    ReplyRows(JdbcClient jdbc, @Qualifier("caseTokens") SignedTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** The row, locked for this transaction. */
    Optional<ReplyRow> lock(String replyId) {
        return jdbc.sql("select r.id::text as id, r.state, r.way, r.source, r.kind, r.recipient, r.text, r.created_at, "
                        + PARTS
                        + " from reply r join case_file c on c.id = r.case_id join message m on m.id = r.message_id"
                        + " where r.id = ?::uuid for update of r")
                .param(replyId)
                .query(this::row)
                .optional();
    }

    /** What the row would be if this were answered now. */
    ReplyRow draft(UUID messageId, String source, String recipient, String text, OffsetDateTime now) {
        return jdbc.sql(
                        "select r.*, " + PARTS + " from (select '' as id, 'QUEUED' as state, 'CHANNEL' as way,"
                                + " :source::text as source, 'ANSWER' as kind, :recipient::text as recipient, :text::text as text,"
                                + " :now::timestamptz as created_at) r, message m join case_file c on c.id = m.case_id where m.id = :message")
                .param("source", source)
                .param("recipient", recipient)
                .param("text", text)
                .param("now", now)
                .param("message", messageId)
                .query(this::row)
                .single();
    }

    private ReplyRow row(ResultSet row, int rowNumber) throws SQLException {
        var number = row.getString("number");
        return new ReplyRow(
                row.getObject("case_id", UUID.class),
                row.getString("state"),
                Way.valueOf(row.getString("way")),
                row.getString("source"),
                Confidentiality.valueOf(row.getString("confidentiality")),
                Optional.ofNullable(row.getString("citizen_email")).filter(address -> !address.isBlank()),
                row.getBoolean("has_phone"),
                new Reply(
                        row.getString("id"),
                        Reply.Kind.valueOf(row.getString("kind")),
                        number,
                        tokens.sign(number),
                        row.getString("recipient"),
                        Optional.of(row.getString("title")),
                        row.getString("text"),
                        Optional.ofNullable(row.getString("message_key")).stream()
                                .toList(),
                        Optional.ofNullable(row.getString("external_id")),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }
}
