package org.intakehub.gateway.similar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.similar.Telling;

/** A case as it is compared with others. */
public record ComparedCase(UUID id, Telling telling) {
    /** To be selected from {@code case_file c}. */
    static final String COLUMNS =
            "c.id, c.title, c.description, c.division, c.longitude, c.latitude, c.reference_system,"
                    + " c.accepted_at, c.confidentiality, c.threat, " + CitizenMarks.COLUMNS;

    static ComparedCase of(RecentFingerprints fingerprints, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ComparedCase(
                id,
                new Telling(
                        fingerprints.of(id, row.getString("title"), row.getString("description")),
                        CitizenMarks.of(row),
                        Optional.ofNullable(row.getString("division")),
                        where(row),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                        isForPeople(row)));
    }

    /** Where somebody has to be kept secret, or threatens, nothing is joined without a person. */
    private static boolean isForPeople(ResultSet row) throws SQLException {
        return row.getBoolean("threat")
                || Confidentiality.valueOf(row.getString("confidentiality")).compareTo(Confidentiality.ON_REQUEST) >= 0;
    }

    private static Optional<Coordinates> where(ResultSet row) throws SQLException {
        var system = row.getString("reference_system");
        return system == null
                ? Optional.empty()
                : Optional.of(new Coordinates(
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        Coordinates.ReferenceSystem.valueOf(system)));
    }

    /** By these the case is found: what it is about, and whose it is. */
    List<Integer> keys() {
        var keys = new ArrayList<>(telling.fingerprint().keys());
        telling.citizen().forEach(mark -> keys.add(mark.hashCode()));
        return keys.stream().distinct().toList();
    }
}
