package org.intakehub.gateway.outage;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.outbox.UnitNews;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what happened to an outage, and tells it to the unit that answers for it and to the streets and townships that it reaches. */
@Component
class OutageEvents {
    /** Kinds of events. */
    enum Kind {
        REGISTERED,
        POSTPONED,
        OVERRUN,
        RESTORED,
        CANCELLED,
        CASE_LINKED,
        CASE_UNLINKED
    }

    private final JdbcClient jdbc;
    private final Json json;
    private final CityRules rules;
    private final UnitEvents units;
    private final Clock clock;

    OutageEvents(JdbcClient jdbc, Json json, CityRules rules, UnitEvents units, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.rules = rules;
        this.units = units;
        this.clock = clock;
    }

    void add(UUID outage, String actor, Kind kind, Map<String, String> detail) {
        jdbc.sql("insert into outage_event (outage_id, at, actor, kind, detail) values (?, ?, ?, ?, ?::jsonb)")
                .params(outage, Times.sql(clock.instant()), actor, kind.name(), json.write(detail))
                .update();
    }

    /** The same, and the units learn of it. */
    void tell(Outage outage, String actor, Kind kind, Map<String, String> detail) {
        add(outage.id(), actor, kind, detail);
        var news = new UnitNews.Outage(
                kind.name(),
                outage.kind().name(),
                outage.planned(),
                outage.cause(),
                outage.unit(),
                outage.divisions(),
                outage.places(),
                outage.startsAt(),
                outage.endsAt(),
                detail);
        var territories = rules.units().stream()
                .filter(unit ->
                        unit.divisionCode().filter(outage.divisions()::contains).isPresent())
                .map(unit -> unit.code().value());
        Stream.concat(Stream.of(outage.unit()), territories)
                .distinct()
                .forEach(unit -> units.add(unit, outage.id().toString(), news));
    }
}
