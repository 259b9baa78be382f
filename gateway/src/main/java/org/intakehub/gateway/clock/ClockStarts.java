package org.intakehub.gateway.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.intakehub.core.clock.Circumstances;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.ClockPolicy;
import org.intakehub.core.clock.Moment;
import org.intakehub.core.clock.Rung;
import org.intakehub.core.clock.Term;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.HubSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts the clocks of a moment by the policies of its day, in the same round trip as whatever starts them. */
@Component
public class ClockStarts {
    /** Starts clocks; for a statement that does more, with the parameters of {@link #parameters}. */
    public static final String INSERT = """
            insert into clock (case_id, order_id, kind, started_at, due_at, term, policy, stops, ladder, next_at)
                select :clockCase, a.order_id, a.kind, a.started_at, a.due_at, a.term, a.policy, a.stops, a.ladder, a.next_at
                from unnest(:clockOrders::text[]::uuid[], :clockKinds::text[], :clockStarted::text[]::timestamptz[],
                    :clockDue::text[]::timestamptz[], :clockTerms::text[], :clockPolicies::text[], :clockStops::text[],
                    :clockLadders::text[], :clockNext::text[]::timestamptz[])
                    as a(order_id, kind, started_at, due_at, term, policy, stops, ladder, next_at)
                where a.order_id is null or exists (select from work_order w where w.id = a.order_id)
                on conflict do nothing;
            """;

    private final JdbcClient jdbc;
    private final CityRules rules;
    private final Wakes wakes;
    private final HubSettings settings;

    ClockStarts(JdbcClient jdbc, CityRules rules, Wakes wakes, HubSettings settings) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.wakes = wakes;
        this.settings = settings;
    }

    /**
     * Something happened that starts clocks.
     *
     * @param kinds the clocks that may start now; others wait until more is known
     * @param order the work order that it happened to; empty: to the case
     * @param at when it happened, which is when they start
     * @param superiorDue until when the superior authority wants its result
     */
    public record Begun(
            Moment moment,
            Set<ClockKind> kinds,
            Optional<UUID> order,
            Circumstances circumstances,
            Instant at,
            Optional<Instant> superiorDue) {}

    /** What {@link #INSERT} needs for the clocks of one case. */
    public Map<String, Object> parameters(UUID caseId, List<Begun> begun) {
        var rows = begun.stream().flatMap(this::rows).toList();
        return Map.of(
                "clockCase", caseId,
                "clockOrders",
                        texts(rows, row -> row.order().map(UUID::toString).orElse(null)),
                "clockKinds", texts(rows, row -> row.policy().kind().name()),
                "clockStarted", texts(rows, row -> row.started().toString()),
                "clockDue", texts(rows, row -> row.due().map(Instant::toString).orElse(null)),
                "clockTerms", texts(rows, row -> row.term().toString()),
                "clockPolicies",
                        texts(
                                rows,
                                row -> row.policy().version() + " "
                                        + row.policy().label()),
                "clockStops", texts(rows, row -> row.policy().stops().name()),
                "clockLadders", texts(rows, row -> Rung.text(row.policy().ladder())),
                "clockNext",
                        texts(rows, row -> row.next().map(Instant::toString).orElse(null)));
    }

    /** Starts the clocks in a statement of their own. */
    public void start(UUID caseId, List<Begun> begun) {
        jdbc.sql(INSERT).params(parameters(caseId, begun)).update();
    }

    private Stream<ClockRow> rows(Begun begun) {
        var day = begun.at().atZone(settings.zone()).toLocalDate();
        var rows = new ArrayList<ClockRow>();
        for (var policy : rules.clocks().starting(begun.moment(), begun.circumstances(), day)) {
            if (begun.kinds().contains(policy.kind())) {
                policy.limit()
                        .flatMap(limit -> limit.from(begun.at(), begun.superiorDue()))
                        .map(term -> row(begun, policy, term))
                        .ifPresent(rows::add);
            }
        }
        return rows.stream();
    }

    private ClockRow row(Begun begun, ClockPolicy policy, Term term) {
        var started = new Wakes.Run(policy.kind(), term, begun.at(), List.of(), policy.ladder());
        return new ClockRow(begun.order(), policy, term, begun.at(), wakes.due(started), wakes.next(started, 0));
    }

    private static @Nullable String[] texts(List<ClockRow> rows, Function<ClockRow, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
