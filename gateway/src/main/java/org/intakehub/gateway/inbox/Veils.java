package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.life.OrderSheets;
import org.jspecify.annotations.Nullable;

/**
 * What covers the citizen of a row with {@code confidentiality} and all columns {@code citizen_*}. Where the reader may not know him,
 * everything is covered; else what differs is how he is reached: masked, until somebody who may has it shown to himself.
 */
final class Veils {
    private Veils() {}

    /** For lists and exports. */
    static Veil masked(CaseAccess access, ResultSet row) throws SQLException {
        return access.seesCitizen(confidentiality(row)) ? Veil.masking(contacts(row)) : drawn(row);
    }

    /** For one case, with the column of those to whom it was revealed. */
    static Veil untilRevealed(CaseAccess access, ResultSet row) throws SQLException {
        var revealedTo = List.of((String[]) row.getArray("revealed_to").getArray());
        return access.isAmong(revealedTo) ? whole(access, row) : masked(access, row);
    }

    /** For whoever reaches the citizen right there. */
    static Veil whole(CaseAccess access, ResultSet row) throws SQLException {
        return access.seesCitizen(confidentiality(row)) ? new Veil(false, Stream.of()) : drawn(row);
    }

    /** The same for what another part of the hub reads of work orders. */
    static OrderSheets.Cover cover(CaseAccess access) {
        return row -> untilRevealed(access, row)::text;
    }

    private static Veil drawn(ResultSet row) throws SQLException {
        var others = Stream.<@Nullable String>of(
                row.getString("citizen_name"), row.getString("citizen_address"), row.getString("citizen_handle"));
        return new Veil(true, Stream.concat(others, contacts(row)));
    }

    private static Stream<@Nullable String> contacts(ResultSet row) throws SQLException {
        var phones = (@Nullable String[]) row.getArray("citizen_phones").getArray();
        return Stream.concat(
                Stream.<@Nullable String>of(row.getString("citizen_email"), row.getString("citizen_id_number")),
                Arrays.stream(phones));
    }

    private static Confidentiality confidentiality(ResultSet row) throws SQLException {
        return Confidentiality.valueOf(row.getString("confidentiality"));
    }
}
