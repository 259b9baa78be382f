package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a letter was split into; a letter whose citizen the reader may not see is not there for him. */
@Component
class PartsSheets {
    private static final Set<CaseState> OVER = Set.of(
            CaseState.CLOSED,
            CaseState.ANSWERED_DIRECTLY,
            CaseState.TRANSFERRED,
            CaseState.NOT_ACCEPTED,
            CaseState.MERGED);
    private static final String LINE =
            "select c.id, c.number, c.title, c.confidentiality, c.state, s.split_by, s.split_at, s.undone_at"
                    + " from case_part p join case_split s on s.id = p.split_id join case_file c on c.id = ";

    private final JdbcClient jdbc;

    PartsSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Own(int revision, CaseState state, Confidentiality confidentiality) {}

    Optional<PartsSheet> find(CaseAccess access, UUID id) {
        return jdbc.sql("select c.revision, c.state, c.confidentiality from case_file c where c.id = :id and "
                        + access.visible())
                .param("id", id)
                .params(access.parameters())
                .query(Own.class)
                .optional()
                .filter(own -> access.seesCitizen(own.confidentiality()))
                .map(own -> new PartsSheet(
                        id, own.revision(), !OVER.contains(own.state()), letter(access, id), parts(access, id)));
    }

    /** The letter's words; empty if the reader may not see them. */
    Optional<String> words(CaseAccess access, UUID id) {
        return find(access, id)
                .flatMap(sheet -> jdbc.sql("select description from case_file where id = ?")
                        .param(id)
                        .query(String.class)
                        .optional());
    }

    /** None for a case that was not split off. */
    private PartsSheet.@Nullable Part letter(CaseAccess access, UUID id) {
        return jdbc.sql(LINE + "s.letter_id where p.part_id = ? and s.undone_at is null")
                .param(id)
                .query((row, number) -> part(access, row))
                .optional()
                .orElse(null);
    }

    private List<PartsSheet.Part> parts(CaseAccess access, UUID id) {
        return jdbc.sql(LINE + "p.part_id where s.letter_id = ? order by s.split_at, p.position")
                .param(id)
                .query((row, number) -> part(access, row))
                .list();
    }

    private static PartsSheet.Part part(CaseAccess access, ResultSet row) throws SQLException {
        var seen = access.seesCitizen(Confidentiality.valueOf(row.getString("confidentiality")));
        return new PartsSheet.Part(
                row.getObject("id", UUID.class),
                row.getString("number"),
                seen ? Mask.text(row.getString("title")) : Veil.COVER,
                CaseState.valueOf(row.getString("state")),
                row.getString("split_by"),
                row.getTimestamp("split_at").toInstant(),
                CaseRows.instant(row, "undone_at"));
    }
}
