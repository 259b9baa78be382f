package org.intakehub.gateway.report;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import org.intakehub.gateway.inbox.CaseAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts figures line by line, each in one pass over its cohort. */
@Component
class Counting {
    private final JdbcClient jdbc;

    Counting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each value that the cohort has there, by the first figure, the largest first. */
    List<Tally> by(Cohort cohort, Selection.Narrower line, Collection<Figure> figures, Span span, CaseAccess access) {
        return count(cohort, line.column(), figures, span, access);
    }

    /** All together. */
    Tally all(Cohort cohort, Collection<Figure> figures, Span span, CaseAccess access) {
        return Tally.sum(count(cohort, "''", figures, span, access));
    }

    private List<Tally> count(Cohort cohort, String column, Collection<Figure> figures, Span span, CaseAccess access) {
        var select = new StringBuilder(Selection.MAIN)
                .append("select ")
                .append(column)
                .append(" as key");
        figures.forEach(figure -> select.append(", count(*) filter (where ")
                .append(figure.of(cohort))
                .append(") as ")
                .append(figure.name()));
        select.append(cohort.from());
        figures.stream().map(Figure::joins).distinct().forEach(select::append);
        select.append(cohort.where()).append(" and ").append(access.visible());
        var parameters = new HashMap<>(access.parameters());
        parameters.putAll(span.parameters());
        return jdbc.sql(select + " group by 1 order by 2 desc, 1")
                .params(parameters)
                .query((row, number) -> {
                    var counts = new EnumMap<Figure, Long>(Figure.class);
                    for (var figure : figures) {
                        counts.put(figure, row.getLong(figure.name()));
                    }
                    return new Tally(row.getString("key"), counts);
                })
                .list();
    }
}
