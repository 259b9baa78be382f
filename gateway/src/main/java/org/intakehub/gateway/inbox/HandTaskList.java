package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers that wait for a person, the oldest first; of a case whose citizen the reader may not see, without what names him. What is to
 * be brought to a citizen word for word is not masked.
 */
@Component
class HandTaskList {
    private final JdbcClient jdbc;

    HandTaskList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An answer that waits for a person.
     *
     * @param state BY_HAND, or FAILED or UNCERTAIN after a way that machines have
     * @param way CALL_BACK where the citizen is to be telephoned
     * @param reason what to do, or what went wrong
     * @param externalUrl where the platform shows the matter
     */
    record Listed(
            UUID id,
            UUID caseId,
            String caseNumber,
            String source,
            String channel,
            String kind,
            String state,
            String way,
            @Nullable String reason,
            @Nullable String externalUrl,
            String text,
            Instant createdAt) {
        @Override
        public String toString() {
            return "Listed[" + id + ", " + state + "]";
        }
    }

    Page<Listed> list(CaseAccess access, Optional<Keyset> after, int size) {
        var from = after.orElse(new Keyset(Instant.EPOCH, new UUID(0, 0)));
        var rows = jdbc.sql("""
                        select r.id, r.case_id, c.number, r.source, r.channel, r.kind, r.state, r.way, r.reason, c.external_url,
                            r.text, r.created_at, c.confidentiality, c.citizen_name, c.citizen_phones, c.citizen_email,
                            c.citizen_address, c.citizen_id_number, c.citizen_handle
                        from reply r join case_file c on c.id = r.case_id
                        where r.state in ('BY_HAND', 'FAILED', 'UNCERTAIN') and (r.created_at, r.id) > (:at, :id)
                            and
                        """ + access.visible() + " order by r.created_at, r.id limit :limit")
                .params(access.parameters())
                .param("at", Times.sql(from.at()))
                .param("id", from.id())
                .param("limit", size + 1)
                .query((row, number) -> listed(access, row))
                .list();
        return Page.of(rows, size, row -> new Keyset(row.createdAt(), row.id()).toString());
    }

    private static Listed listed(CaseAccess access, ResultSet row) throws SQLException {
        var veil = Veils.whole(access, row);
        return new Listed(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("source"),
                row.getString("channel"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("way"),
                row.getString("reason"),
                veil.field(row.getString("external_url")),
                veil.text(row.getString("text")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
