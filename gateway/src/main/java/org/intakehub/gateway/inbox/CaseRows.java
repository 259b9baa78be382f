package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.classification.Urgency;
import org.jspecify.annotations.Nullable;

/** Turns rows of {@code case_file} into what pages show. */
final class CaseRows {
    private CaseRows() {}

    static CaseSheet.Facts facts(ResultSet row) throws SQLException {
        return new CaseSheet.Facts(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getInt("revision"),
                CaseState.valueOf(row.getString("state")),
                row.getString("channel"),
                row.getString("source"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("accepted_at").toInstant(),
                instant(row, "occurred_at"),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("external_id"),
                row.getString("external_url"),
                row.getString("superior_number"),
                instant(row, "superior_due_at"),
                Confidentiality.valueOf(row.getString("confidentiality")),
                row.getString("named_unit"),
                row.getString("title"),
                row.getString("description"),
                row.getString("address"),
                row.getString("hinted_division"),
                row.getString("division"),
                row.getString("community"),
                number(row, "place_confidence"),
                row.getString("area"),
                number(row, "longitude"),
                number(row, "latitude"),
                row.getString("appeal_type"),
                row.getString("category"),
                number(row, "confidence"),
                row.getString("classified_by"),
                Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("threat"),
                row.getObject("merged_into", UUID.class),
                row.getString("assignee"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The platform's own number and address can lead to the citizen as well. */
    static CaseSheet.Facts seenThrough(Veil veil, CaseSheet.Facts facts) {
        return new CaseSheet.Facts(
                facts.id(),
                facts.number(),
                facts.revision(),
                facts.state(),
                facts.channel(),
                facts.source(),
                facts.receivedAt(),
                facts.acceptedAt(),
                facts.occurredAt(),
                facts.updatedAt(),
                veil.trail(facts.externalId()),
                veil.trail(facts.externalUrl()),
                facts.superiorNumber(),
                facts.superiorDueAt(),
                facts.confidentiality(),
                facts.namedUnit(),
                veil.text(facts.title()),
                veil.text(facts.description()),
                facts.address() == null ? null : veil.text(facts.address()),
                facts.hintedDivision(),
                facts.division(),
                facts.community(),
                facts.placeConfidence(),
                facts.area(),
                facts.longitude(),
                facts.latitude(),
                facts.appealType(),
                facts.category(),
                facts.confidence(),
                facts.classifiedBy(),
                facts.urgency(),
                facts.threat(),
                facts.mergedInto(),
                facts.assignee());
    }
}
