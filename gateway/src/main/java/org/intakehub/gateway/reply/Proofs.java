package org.intakehub.gateway.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only proof of what left the hub and of what was answered, byte for byte, without what proves who the hub is. */
@Component
public class Proofs {
    private final JdbcClient jdbc;
    private final Clock clock;

    Proofs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose proof it is. */
    enum Owner {
        REPLY("reply_id"),
        REQUEST("request_id");

        private final String column;

        Owner(String column) {
            this.column = column;
        }
    }

    /**
     * One piece of proof.
     *
     * @param kind LEFT or ANSWERED
     * @param status of HTTP or SMTP, of an answer that had one
     */
    public record Piece(
            long id, String kind, Instant at, @Nullable Integer status, String sha256, Payload bytes) {}

    /** Keeps what is about to leave. */
    void left(Owner owner, String id, Payload outgoing) {
        add(owner, id, "LEFT", null, outgoing);
    }

    /** Keeps an answer as it came. */
    void answered(Owner owner, String id, int status, Payload answer) {
        add(owner, id, "ANSWERED", status, answer);
    }

    private void add(Owner owner, String id, String kind, @Nullable Integer status, Payload bytes) {
        jdbc.sql("insert into sent_proof (" + owner.column
                        + ", kind, at, status, sha256, bytes) values (:id::uuid, :kind, :at, :status, :sha256, :bytes)")
                .param("id", id)
                .param("kind", kind)
                .param("at", Times.sql(clock.instant()))
                .param("status", status)
                .param("sha256", bytes.sha256())
                .param("bytes", bytes.bytes())
                .update();
    }

    /** All there is of a reply of this case, in the order of the events; empty if it is none of the case's. */
    public List<Piece> ofReply(UUID caseId, UUID replyId) {
        return pieces(Owner.REPLY, "reply", caseId, replyId);
    }

    /** All there is of a request of this case, in the order of the events. */
    public List<Piece> ofRequest(UUID caseId, UUID requestId) {
        return pieces(Owner.REQUEST, "far_request", caseId, requestId);
    }

    private List<Piece> pieces(Owner owner, String table, UUID caseId, UUID id) {
        return jdbc.sql("select p.id, p.kind, p.at, p.status, p.sha256, p.bytes from sent_proof p join " + table
                        + " o on o.id = p." + owner.column + " where o.id = ? and o.case_id = ? order by p.id")
                .params(id, caseId)
                .query((row, number) -> new Piece(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("status", Integer.class))
                                .orElse(null),
                        row.getString("sha256"),
                        Payload.of(row.getBytes("bytes"))))
                .list();
    }
}
