package org.intakehub.gateway.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.dispatch.Experience;
import org.intakehub.core.dispatch.Trait;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts which units lead which cases, a few seconds behind the road, so that no two dispatches wait for the same counter. */
@Component
class UnitExperience {
    private static final Logger LOG = LoggerFactory.getLogger(UnitExperience.class);
    private static final int BATCH = 2_000;

    /** Sequence numbers are handed out before their commits; after so long those below have come. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CityRules rules;
    private final Clock clock;

    UnitExperience(JdbcClient jdbc, TransactionTemplate transaction, CityRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rules = rules;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void learn() {
        try {
            transaction.executeWithoutResult(status -> count());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the counting of dispatches waits for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** One node counts at a time; each work order is counted once. */
    private void count() {
        var last = jdbc.sql("select seq from unit_experience_mark for update skip locked")
                .query(Long.class)
                .optional();
        last.flatMap(this::end).ifPresent(end -> count(last.get(), end));
    }

    private Optional<Long> end(long last) {
        return jdbc.sql("""
                        select max(seq) from (select seq from work_order where seq > ? and dispatched_at < ?
                            order by seq limit ?) as next having max(seq) is not null
                        """)
                .params(last, Times.sql(clock.instant().minus(SETTLED)), BATCH)
                .query(Long.class)
                .optional();
    }

    private void count(long last, long end) {
        jdbc.sql("""
                        insert into unit_experience as known (unit, kind, value, cases)
                            select w.unit, t.kind, t.value, count(*)
                            from work_order w join case_file c on c.id = w.case_id
                                cross join lateral case_traits(c.category, c.division, c.area) t
                            where w.seq > :last and w.seq <= :end and w.role = 'LEAD' and w.state not in ('RETURNED', 'CANCELLED')
                            group by w.unit, t.kind, t.value order by t.kind, t.value, w.unit
                            on conflict (kind, value, unit) do update set cases = known.cases + excluded.cases;
                        update unit_experience_mark set seq = :end
                        """).param("last", last).param("end", end).update();
    }

    /** What is known of the units as to these traits. */
    Experience of(List<Trait> traits) {
        var cases = new HashMap<String, Long>();
        var shared = new HashMap<Trait, Map<String, Long>>();
        jdbc.sql("""
                        select e.unit, e.kind, e.value, e.cases from unit_experience e
                            join unnest(:kinds, :values) as asked (kind, value) on e.kind = asked.kind and e.value = asked.value
                        union all select unit, kind, value, cases from unit_experience where kind = '' and value = ''
                        """)
                .param("kinds", traits.stream().map(Trait::kind).toArray(String[]::new))
                .param("values", traits.stream().map(Trait::value).toArray(String[]::new))
                .query(row -> {
                    var trait = new Trait(row.getString("kind"), row.getString("value"));
                    var counts = trait.kind().isEmpty() ? cases : shared.computeIfAbsent(trait, key -> new HashMap<>());
                    counts.put(row.getString("unit"), row.getLong("cases"));
                });
        return new Experience(cases, shared, values());
    }

    private Map<String, Integer> values() {
        int categories = rules.categories().size();
        int groups = (int) rules.categories().stream()
                .map(category -> category.code().parent())
                .distinct()
                .count();
        int places = rules.divisions().size();
        return Map.of(
                "category",
                categories,
                "group",
                groups,
                "place",
                places,
                "category-place",
                categories * places,
                "area",
                3);
    }
}
