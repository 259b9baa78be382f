package org.intakehub.gateway.filing;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
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

    /** @param how TOKEN, NUMBER, THREAD or CONVERSATION */
    record Found(UUID caseId, String how) {}

    Optional<Found> find(RawMessage raw, IntakeMessage message) {
        var signed = message.threading().caseTokens().stream()
                .flatMap(token -> tokens.verify(token).stream())
                .flatMap(number -> byNumber(number).stream())
                .findFirst();
        return signed.map(id -> new Found(id, "TOKEN"))
                .or(() -> byPlatformsNumber(raw, message).map(id -> new Found(id, "NUMBER")))
                .or(() -> byThread(raw, message).map(id -> new Found(id, "THREAD")))
                .or(() -> byConversation(raw, message).map(id -> new Found(id, "CONVERSATION")));
    }

    /** The platform itself says which of its matters this goes on with. */
    private Optional<UUID> byPlatformsNumber(RawMessage raw, IntakeMessage message) {
        var number = message.threading().continues().map(Json::storable);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        oneAtATime(raw, number.get());
        return jdbc.sql("""
                        select coalesce(merged_into, id) from case_file where source = ? and external_id = ?
                        order by accepted_at desc limit 1
                        """)
                .params(raw.source().value(), number.get())
                .query(UUID.class)
                .optional();
    }

    /** What the same citizen wrote a while ago. */
    private Optional<UUID> byConversation(RawMessage raw, IntakeMessage message) {
        var sender = message.citizen().handle().map(Json::storable);
        var within = message.threading().conversation();
        if (sender.isEmpty() || within.isEmpty()) {
            return Optional.empty();
        }
        oneAtATime(raw, sender.get());
        return jdbc.sql("""
                        select coalesce(c.merged_into, c.id) from case_file c
                        where c.source = :source and lower(c.citizen_handle) = lower(:sender)
                            and c.state not in ('CLOSED', 'NOT_ACCEPTED')
                            and exists (select 1 from message m where m.case_id = c.id and m.kind = 'MATTER' and m.joined_by <> 'SPLIT'
                                and m.received_at between :from and :to)
                        order by c.accepted_at desc limit 1
                        """)
                .param("source", raw.source().value())
                .param("sender", sender.get())
                .param("from", Times.sql(raw.receivedAt().minus(within.get())))
                .param("to", Times.sql(raw.receivedAt().plus(within.get())))
                .query(UUID.class)
                .optional();
    }

    /** Holds until the transaction ends: two messages sent in one breath must not open two cases. */
    private void oneAtATime(RawMessage raw, String whoOrWhat) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(raw.source().value() + " " + whoOrWhat)
                .query(rows -> {});
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
