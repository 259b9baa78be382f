package org.intakehub.gateway.classify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Community;
import org.intakehub.core.classification.Division;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.classification.Place;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases as the classifier sees them, and what it makes of them. */
@Component
class Matters {
    private final JdbcClient jdbc;
    private final Json json;

    Matters(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A case to classify, locked until the transaction ends.
     *
     * @param before what was said of it before
     */
    record Open(CaseState state, Matter matter, KnownBefore before) {}

    Optional<Open> lock(UUID id) {
        return jdbc.sql("""
                        select state, title, description, address, hinted_division, longitude, latitude, reference_system,
                            named_unit, confidentiality, occurred_at, category, classified_by, urgency
                        from case_file where id = ? for update
                        """).param(id).query(Matters::open).optional();
    }

    /** Writes what the classifier made of a case, and that it did, into its history. */
    void save(UUID id, Classification classification, CaseState state, String by, Map<String, Object> event) {
        jdbc.sql("""
                        update case_file set state = :state, category = :category, confidence = :confidence,
                            candidates = :candidates::jsonb, reasons = :reasons::jsonb, appeal_type = :type, urgency = :urgency,
                            threat = :threat, division = :division, community = :community, place_confidence = :placed,
                            area = :area, confidentiality = :confidentiality,
                            excluded_units = :excluded, classified_by = :by, revision = revision + 1, updated_at = now()
                        where id = :id;
                        insert into similar_waiting (case_id) values (:id) on conflict do nothing;
                        """ + History.APPEND)
                .params(event)
                .param("state", state.name())
                .param(
                        "category",
                        classification.category().map(Object::toString).orElse(null))
                .param("confidence", (float) classification.confidence())
                .param(
                        "candidates",
                        json.write(classification.candidates().stream()
                                .map(CandidateRow::of)
                                .toList()))
                .param("reasons", json.write(classification.reasons()))
                .param("type", classification.appealType().name())
                .param("urgency", classification.urgency().name())
                .param("threat", classification.threat())
                .param("division", classification.division().map(Division::code).orElse(null))
                .param(
                        "community",
                        classification
                                .place()
                                .flatMap(Place::community)
                                .map(Community::code)
                                .orElse(null))
                .param(
                        "placed",
                        classification
                                .place()
                                .map(place -> (float) place.confidence())
                                .orElse(null))
                .param("area", classification.area().name())
                .param("confidentiality", classification.confidentiality().name())
                .param("excluded", classification.accused().toArray(String[]::new))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        var system = row.getString("reference_system");
        var coordinates = system == null
                ? Optional.<Coordinates>empty()
                : Optional.of(new Coordinates(
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        Coordinates.ReferenceSystem.valueOf(system)));
        var place = new PlaceHint(
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getString("hinted_division")),
                coordinates);
        return new Open(
                CaseState.valueOf(row.getString("state")),
                new Matter(
                        row.getString("title"),
                        row.getString("description"),
                        place,
                        Optional.ofNullable(row.getString("named_unit")),
                        Confidentiality.valueOf(row.getString("confidentiality")),
                        occurred(row)),
                KnownBefore.of(row.getString("category"), row.getString("classified_by"), row.getString("urgency")));
    }

    private static Optional<Instant> occurred(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("occurred_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
