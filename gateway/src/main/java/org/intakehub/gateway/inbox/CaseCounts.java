package org.intakehub.gateway.inbox;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many open cases each ready-made view has for a reader; counted over the index of open cases, never over the archive of closed ones. */
@Component
class CaseCounts {
    private final JdbcClient jdbc;

    CaseCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<CaseView, Long> of(CaseAccess access) {
        var columns = new StringBuilder();
        for (var view : CaseView.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("count(*) filter (where ")
                    .append(view.condition())
                    .append(") as ")
                    .append(view.name());
        }
        return jdbc.sql("select " + columns + " from case_file c where " + CaseView.OPEN.condition() + " and "
                        + access.visible())
                .params(access.parameters())
                .query((row, number) -> {
                    var counts = new EnumMap<CaseView, Long>(CaseView.class);
                    for (var view : CaseView.values()) {
                        counts.put(view, row.getLong(view.name()));
                    }
                    return counts;
                })
                .single();
    }
}
