package org.intakehub.gateway.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they were read, each once by source and key. */
@Component
public class Messages {
    private final JdbcClient jdbc;
    private final Json json;

    Messages(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A message that is known already. */
    public record Known(
            UUID id, UUID caseId, String receiptId, String title, String text, String foldedText, String normalised) {}

    public Optional<Known> find(RawMessage raw, IntakeMessage message) {
        return jdbc.sql("""
                        select id, case_id, receipt_id, title, text, folded_text, normalised::text from message
                        where source = ? and message_key = ?
                        """)
                .params(raw.source().value(), Json.storable(message.key().value()))
                .query(Known.class)
                .optional();
    }

    void add(UUID id, String receiptId, int position, RawMessage raw, IntakeMessage message, UUID caseId, String how) {
        jdbc.sql("""
                        insert into message (id, kind, receipt_id, position, source, message_key, case_id, joined_by, external_id,
                            occurred_at, received_at, title, text, folded_text, normalised, notes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .params(
                        id,
                        message.kind().name(),
                        receiptId,
                        position,
                        raw.source().value(),
                        Json.storable(message.key().value()),
                        caseId,
                        how)
                .param(message.externalId().map(Json::storable).orElse(null))
                .param(Times.sqlOrNull(message.occurredAt().orElse(null)))
                .params(
                        Times.sql(raw.receivedAt()),
                        Json.storable(message.title()),
                        Json.storable(message.text()),
                        Json.storable(message.foldedText()),
                        normalised(message),
                        json.write(message.notes()))
                .update();
    }

    /** Puts what today's adapter reads in the place of what was read before. */
    void replace(UUID id, IntakeMessage message) {
        jdbc.sql("""
                        update message set title = ?, text = ?, folded_text = ?, normalised = ?::jsonb, notes = ?::jsonb
                        where id = ?
                        """)
                .params(
                        Json.storable(message.title()),
                        Json.storable(message.text()),
                        Json.storable(message.foldedText()),
                        normalised(message),
                        json.write(message.notes()),
                        id)
                .update();
    }

    /** All of a message but its long texts and its files, which have columns and places of their own. */
    public String normalised(IntakeMessage message) {
        var all = new LinkedHashMap<String, Object>();
        all.put("citizen", message.citizen());
        all.put("place", message.place());
        message.namedUnit().ifPresent(unit -> all.put("namedUnit", unit));
        all.put("confidentiality", message.confidentiality());
        message.externalUrl().ifPresent(url -> all.put("externalUrl", url.toString()));
        all.put("threading", message.threading());
        all.put("extras", Map.copyOf(message.extras()));
        return json.write(all);
    }

    /** Fields as they are compared: regardless of order and spacing. */
    Map<?, ?> parsed(String normalised) {
        return json.read(normalised, Map.class);
    }
}
