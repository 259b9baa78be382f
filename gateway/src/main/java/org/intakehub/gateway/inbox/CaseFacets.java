package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By what the list can be narrowed further, each with its count; counted over open cases and open work orders, never over the archive. */
@Component
class CaseFacets {
    /** Over {@code work_order w}, as in its index, word for word, so that the planner knows it again. */
    static final String LED = "w.role = 'LEAD' and w.state not in ('RETURNED', 'CLOSED', 'CANCELLED')";

    private final JdbcClient jdbc;

    CaseFacets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code and how many open cases have it. */
    record Count(String code, long open) {}

    /** @param units that lead, by what they have open; empty for a unit, which sees its own only */
    @Schema(description = "Open cases by channel, and by the unit that leads")
    record Facets(List<Count> channels, List<Count> units) {
        Facets {
            channels = List.copyOf(channels);
            units = List.copyOf(units);
        }
    }

    Facets of(CaseAccess access) {
        return new Facets(channels(access), access.mayTriage() ? units() : List.of());
    }

    private List<Count> channels(CaseAccess access) {
        return jdbc.sql("select c.channel as code, count(*) as open from case_file c where " + CaseView.OPEN.condition()
                        + " and " + access.visible() + " group by c.channel order by open desc, code")
                .params(access.parameters())
                .query(Count.class)
                .list();
    }

    private List<Count> units() {
        return jdbc.sql("select w.unit as code, count(*) as open from work_order w where " + LED
                        + " group by w.unit order by open desc, code")
                .query(Count.class)
                .list();
    }
}
