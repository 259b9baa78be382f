package org.intakehub.gateway.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Veil;
import org.intakehub.gateway.platform.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What hangs on a case, one query for each kind. */
@Component
class CaseParts {
    /** Over {@code case_file c}. */
    static final String MARK =
            "c.revision || '-' || coalesce((select max(h.id) from history h where h.case_id = c.id), 0)";

    private static final int MOST_EVENTS = 500;

    private final JdbcClient jdbc;
    private final Json json;

    CaseParts(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String mark(UUID caseId) {
        return jdbc.sql("select " + MARK + " from case_file c where c.id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** Oldest first. */
    List<CaseSheet.Message> messages(UUID caseId, Veil veil) {
        var attachments = new LinkedHashMap<UUID, List<CaseSheet.Attachment>>();
        jdbc.sql(
                        "select a.id, a.message_id, a.name, a.type, a.size, a.state, a.reason from attachment a"
                                + " join message m on m.id = a.message_id where m.case_id = ? order by a.message_id, a.position")
                .param(caseId)
                .query(CaseSheet.Attachment.class)
                .list()
                .forEach(attachment -> attachments
                        .computeIfAbsent(attachment.messageId(), id -> new ArrayList<>())
                        .add(seenThrough(veil, attachment)));
        return jdbc.sql("select id, receipt_id, source, joined_by, occurred_at, received_at, title, text, folded_text,"
                        + " notes::text as notes from message where case_id = ? order by seq")
                .param(caseId)
                .query((row, number) -> new CaseSheet.Message(
                        row.getObject("id", UUID.class),
                        row.getString("receipt_id"),
                        row.getString("source"),
                        row.getString("joined_by"),
                        CaseRows.instant(row, "occurred_at"),
                        row.getTimestamp("received_at").toInstant(),
                        veil.text(row.getString("title")),
                        veil.text(row.getString("text")),
                        veil.text(row.getString("folded_text")),
                        List.of(json.read(row.getString("notes"), String[].class)),
                        attachments.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static CaseSheet.Attachment seenThrough(Veil veil, CaseSheet.Attachment attachment) {
        return new CaseSheet.Attachment(
                attachment.id(),
                attachment.messageId(),
                veil.isDrawn() ? Veil.COVER : attachment.name(),
                attachment.type(),
                attachment.size(),
                attachment.state(),
                attachment.reason());
    }

    List<CaseSheet.Order> orders(UUID caseId) {
        return jdbc.sql("select id, unit, role, state, reason, dispatched_at, signed_at, handler from work_order"
                        + " where case_id = ? order by seq")
                .param(caseId)
                .query(CaseSheet.Order.class)
                .list();
    }

    List<CaseSheet.Clock> clocks(UUID caseId) {
        return jdbc.sql("select kind, started_at, due_at, stopped_at, breached_at from clock where case_id = ?"
                        + " order by due_at")
                .param(caseId)
                .query(CaseSheet.Clock.class)
                .list();
    }

    List<CaseSheet.Reply> replies(UUID caseId, Veil veil) {
        return jdbc
                .sql("select id, kind, channel, recipient, text, state, way, reason, platform_id, given_by,"
                        + " created_at, sent_at, delivered_at, read_at from reply"
                        + " where case_id = ? order by created_at, id")
                .param(caseId)
                .query(CaseSheet.Reply.class)
                .list()
                .stream()
                .map(reply -> new CaseSheet.Reply(
                        reply.id(),
                        reply.kind(),
                        reply.channel(),
                        covered(veil, reply.recipient()),
                        veil.text(reply.text()),
                        reply.state(),
                        reply.way(),
                        reply.reason(),
                        veil.trail(reply.platformId()),
                        reply.givenBy(),
                        reply.createdAt(),
                        reply.sentAt(),
                        reply.deliveredAt(),
                        reply.readAt()))
                .toList();
    }

    private static String covered(Veil veil, String value) {
        var shown = veil.field(value);
        return shown == null ? "" : shown;
    }

    /** The latest five hundred events, newest first. */
    List<CaseSheet.Event> history(UUID caseId, Veil veil) {
        return jdbc
                .sql("select at, actor, kind, detail::text as detail from history where case_id = ?"
                        + " order by id desc limit " + MOST_EVENTS)
                .param(caseId)
                .query(CaseSheet.Event.class)
                .list()
                .stream()
                .map(event -> new CaseSheet.Event(event.at(), event.actor(), event.kind(), veil.text(event.detail())))
                .toList();
    }
}
