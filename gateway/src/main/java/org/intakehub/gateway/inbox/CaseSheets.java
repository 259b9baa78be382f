package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.similar.Entities;
import org.intakehub.gateway.desk.Revelations;
import org.intakehub.gateway.platform.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a case with all that hangs on it; a case that the reader may not see is not there for him. */
@Component
class CaseSheets {
    private static final String CASE =
            "select c.*, c.candidates::text as candidates_text, c.reasons::text as reasons_text, " + Revelations.COLUMN;

    private final JdbcClient jdbc;
    private final Json json;
    private final CaseParts parts;

    CaseSheets(JdbcClient jdbc, Json json, CaseParts parts) {
        this.jdbc = jdbc;
        this.json = json;
        this.parts = parts;
    }

    Optional<CaseSheet> find(CaseAccess access, UUID id) {
        return jdbc.sql(CASE + ", " + access.revealable() + " as revealable from case_file c where c.id = :id and "
                        + access.visible())
                .param("id", id)
                .params(access.parameters())
                .query((row, number) -> sheet(access, row))
                .optional();
    }

    /** The case's mark alone, see {@link CaseSheet#mark}. */
    Optional<String> mark(CaseAccess access, UUID id) {
        return jdbc.sql("select " + CaseParts.MARK + " from case_file c where c.id = :id and " + access.visible())
                .param("id", id)
                .params(access.parameters())
                .query(String.class)
                .optional();
    }

    /** How secret a case is, for readers who may see it. */
    Optional<Confidentiality> confidentiality(CaseAccess access, UUID id) {
        return jdbc.sql("select c.confidentiality from case_file c where c.id = :id and " + access.visible())
                .param("id", id)
                .params(access.parameters())
                .query(String.class)
                .optional()
                .map(Confidentiality::valueOf);
    }

    /** Whether the reader may have shown to him how the citizen is reached; no for a case that he may not see. */
    boolean mayReveal(CaseAccess access, UUID id) {
        return jdbc.sql("select exists (select from case_file c where c.id = :id and " + access.visible() + " and "
                        + access.revealable() + ")")
                .param("id", id)
                .params(access.parameters())
                .query(Boolean.class)
                .single();
    }

    private CaseSheet sheet(CaseAccess access, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var facts = CaseRows.facts(row);
        var veil = Veils.untilRevealed(access, row);
        var shown = CaseRows.seenThrough(veil, facts);
        return new CaseSheet(
                shown,
                citizen(veil, row),
                veil.isDrawn(),
                access.seesRaw(facts.confidentiality()) && !veil.isMasking(),
                veil.isMasking(),
                veil.isMasking() && row.getBoolean("revealable"),
                List.of(json.read(row.getString("candidates_text"), CaseSheet.Candidate[].class)),
                List.of(json.read(row.getString("reasons_text"), String[].class)),
                Entities.in(shown.title() + "\n" + shown.description()),
                parts.messages(id, veil),
                parts.orders(id),
                parts.clocks(id),
                parts.replies(id, veil),
                parts.history(id, veil),
                parts.mark(id));
    }

    private static CaseSheet.Citizen citizen(Veil veil, ResultSet row) throws SQLException {
        var phones = List.of((String[]) row.getArray("citizen_phones").getArray());
        return new CaseSheet.Citizen(
                veil.field(row.getString("citizen_name")),
                veil.field(row.getString("citizen_gender")),
                veil.contacts(phones),
                veil.contact(row.getString("citizen_email")),
                veil.field(row.getString("citizen_address")),
                veil.contact(row.getString("citizen_id_number")),
                row.getString("citizen_kind"),
                veil.field(row.getString("citizen_handle")),
                row.getBoolean("anonymous"));
    }
}
