package org.intakehub.gateway.filing;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the case that a further message belongs to. Quoting a number or a thread is not enough: the token has to be signed, or the
 * sender has to be the one who opened the case.
 */
@Component
class CaseFinder {
    private final JdbcClient jdbc;
    private final SignedTokens tokens;

    CaseFinder(JdbcClient jdbc, @Qualifier("caseTokens") SignedTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** @param how TOKEN or THREAD */
    record Found(UUID caseId, String how) {}

    Optional<Found> find(RawMessage raw, IntakeMessage message) {
        var signed = message.threading().caseTokens().stream()
                .flatMap(token -> tokens.verify(token).stream())
                .flatMap(number -> byNumber(number).stream())
                .findFirst();
        return signed.map(id -> new Found(id, "TOKEN"))
                .or(() -> byThread(raw, message).map(id -> new Found(id, "THREAD")));
    }

    private Optional<UUID> byNumber(String number) {
        return jdbc.sql("select coalesce(merged_into, id) from case_file where number = ?")
                .param(number)
                .query(UUID.class)
                .optional();
    }

    private Optional<UUID> byThread(RawMessage raw, IntakeMessage message) {
        var sender = message.citizen().handle();
        var references = message.threading().references();
        if (sender.isEmpty() || references.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select coalesce(c.merged_into, c.id) from case_file c
                        where lower(c.citizen_handle) = lower(:sender) and c.source = :source and c.id in (
                            select case_id from message where source = :source and message_key in (:references)
                            union all
                            select case_id from reply where platform_id in (:references))
                        order by c.accepted_at desc limit 1
                        """)
                .param("sender", sender.get())
                .param("source", raw.source().value())
                .param("references", references)
                .query(UUID.class)
                .optional();
    }
}
