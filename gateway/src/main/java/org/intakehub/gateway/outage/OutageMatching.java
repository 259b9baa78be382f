package org.intakehub.gateway.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.outage.OutageMatch;
import org.intakehub.core.outage.ToldMatter;
import org.intakehub.core.rules.CityRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds cases against outages; a case that is over, a threat, or one whose citizen asked for secrecy never is. */
@Component
class OutageMatching {
    private static final String SELECT = "select c.id, c.title, c.description, c.address, c.division, c.category,"
            + " coalesce((select array_agg(one ->> 'category') from jsonb_array_elements(c.candidates) one), '{}') as candidates,"
            + " coalesce(c.occurred_at, c.accepted_at) as told_at from case_file c where c.id = any(?) and "
            + Outages.OPEN_TO_LISTS + " and not c.threat"
            + " and c.state not in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED')"
            + " and not exists (select from outage_case l where l.case_id = c.id and l.state = 'LINKED')";

    private final JdbcClient jdbc;
    private final OutageLinks links;
    private final CityRules rules;

    OutageMatching(JdbcClient jdbc, OutageLinks links, CityRules rules) {
        this.jdbc = jdbc;
        this.links = links;
        this.rules = rules;
    }

    private record Told(UUID caseId, ToldMatter matter) {
        @Override
        public String toString() {
            return "Told[" + caseId + "]";
        }
    }

    private record Fitting(Outage outage, OutageMatch match) {}

    /** @param outages the oldest first; a case is put down to one of them at most */
    void match(List<UUID> cases, List<Outage> outages) {
        if (cases.isEmpty() || outages.isEmpty()) {
            return;
        }
        jdbc.sql(SELECT)
                .param(cases.toArray(UUID[]::new))
                .query(OutageMatching::told)
                .list()
                .forEach(told -> match(told, outages));
    }

    private void match(Told told, List<Outage> outages) {
        var fitting = outages.stream()
                .flatMap(
                        outage -> rules
                                .outages()
                                .match(outage.scope(), told.matter())
                                .map(match -> new Fitting(outage, match))
                                .stream())
                .toList();
        fitting.stream()
                .filter(one -> one.match().sure())
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .ifPresent(best -> links.found(
                        best.outage(),
                        told.caseId(),
                        best.match().sure(),
                        best.match().signs()));
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        var category = Optional.ofNullable(row.getString("category"));
        var candidates = (String[]) row.getArray("candidates").getArray();
        var matter = new Matter(
                row.getString("title"),
                row.getString("description"),
                new PlaceHint(Optional.ofNullable(row.getString("address")), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Confidentiality.NORMAL,
                Optional.empty());
        return new Told(
                row.getObject("id", UUID.class),
                new ToldMatter(
                        matter,
                        Stream.concat(category.stream(), Arrays.stream(candidates))
                                .toList(),
                        Optional.ofNullable(row.getString("division")),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()));
    }
}
