package org.intakehub.gateway.clock;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.intakehub.core.clock.Notified;
import org.intakehub.core.clock.Rung;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.outbox.UnitNews;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people that time runs out: a row for the pages, and for units an event on their queue. */
@Component
class Notices {
    private final JdbcClient jdbc;
    private final UnitEvents events;

    Notices(JdbcClient jdbc, UnitEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void add(List<Ring> rings, Instant now) {
        if (rings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notice (clock_id, case_id, who, unit, kind, percent, at)
                            select a.clock_id, k.case_id, a.who, a.unit, k.kind, a.percent, :now
                            from unnest(:ids::bigint[], :whos::text[], :units::text[], :percents::integer[])
                                as a(clock_id, who, unit, percent) join clock k on k.id = a.clock_id
                        """)
                .param("now", Times.sql(now))
                .param("ids", rings.stream().map(ring -> ring.clock().id()).toArray(Long[]::new))
                .param("whos", texts(rings, ring -> rung(ring).who().name()))
                .param("units", texts(rings, ring -> ring.clock().unit().orElse(null)))
                .param(
                        "percents",
                        rings.stream().map(ring -> rung(ring).percent()).toArray(Integer[]::new))
                .update();
        rings.stream()
                .filter(ring -> rung(ring).who().compareTo(Notified.UNIT) <= 0)
                .forEach(this::tell);
    }

    private void tell(Ring ring) {
        var clock = ring.clock();
        clock.unit()
                .ifPresent(unit -> events.add(
                        unit,
                        clock.caseNumber(),
                        new UnitNews.Warned(
                                clock.order(),
                                clock.run().kind().name(),
                                rung(ring).percent(),
                                clock.due())));
    }

    private static Rung rung(Ring ring) {
        return ring.told().orElseThrow();
    }

    private static @Nullable String[] texts(List<Ring> rings, Function<Ring, @Nullable String> text) {
        return rings.stream().map(text).toArray(String[]::new);
    }
}
