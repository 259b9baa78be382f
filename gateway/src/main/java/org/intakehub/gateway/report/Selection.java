package org.intakehub.gateway.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.intakehub.gateway.inbox.CaseAccess;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The rows behind one figure.
 *
 * @param narrowed column and value, such as a channel; what pages and addresses may narrow by is fixed in {@link Narrower}
 */
record Selection(Cohort cohort, Figure figure, Span span, Map<Narrower, String> narrowed) {
    /** The cases that cases were merged into at the moment, over however many steps. */
    static final String MAIN = """
            with recursive joined (case_id, main_id, steps) as (
                select j.case_id, j.main_id, 1 from case_merge j
                    where j.merged_at >= :from and j.merged_at < :asOf and (j.undone_at is null or j.undone_at >= :asOf)
                union all
                select i.case_id, j.main_id, i.steps + 1 from joined i join case_merge j on j.case_id = i.main_id
                    and j.merged_at >= :from and j.merged_at < :asOf and (j.undone_at is null or j.undone_at >= :asOf)),
            main (case_id, main_id) as (select distinct on (case_id) case_id, main_id from joined order by case_id, steps desc)
            """;

    /** By what a figure's rows are narrowed. */
    enum Narrower {
        CHANNEL("c.channel"),
        UNIT("w.unit"),
        OPERATOR("d.actor"),
        CATEGORY("c.category"),
        DIVISION("c.division");

        private final String column;

        Narrower(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Selection {
        narrowed = Map.copyOf(narrowed);
    }

    String where(CaseAccess access) {
        var conditions = new StringBuilder(cohort.where())
                .append(" and ")
                .append(access.visible())
                .append(" and ")
                .append(figure.of(cohort));
        narrowed.keySet()
                .forEach(by -> conditions
                        .append(" and ")
                        .append(by.column)
                        .append(" = :")
                        .append(by.word()));
        return conditions.toString();
    }

    Map<String, Object> parameters(CaseAccess access) {
        var parameters = new HashMap<>(access.parameters());
        parameters.putAll(span.parameters());
        narrowed.forEach((by, value) -> parameters.put(by.word(), value));
        return parameters;
    }

    /** The address of the list of these rows. */
    String address(String path, Map<String, String> more) {
        var words = new LinkedHashMap<String, String>();
        words.put("of", cohort.name());
        words.put("figure", figure.name());
        words.putAll(span.words());
        narrowed.forEach((by, value) -> words.put(by.word(), value));
        words.putAll(more);
        var address = UriComponentsBuilder.fromPath(path);
        words.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(words).toUriString();
    }
}
