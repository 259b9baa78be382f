package org.intakehub.gateway.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.RequestRules;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was agreed when units met on a case (R11); nothing of it is ever changed. */
@Component
public class Meetings {
    private final JdbcClient jdbc;
    private final CityRules rules;
    private final History history;
    private final Clock clock;

    Meetings(JdbcClient jdbc, CityRules rules, History history, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /** Writes a meeting down; the same id twice is one. */
    @Transactional
    public void add(UUID caseId, Meeting meeting, Actor actor) {
        var agreed = RequestRules.reason(meeting.agreed());
        var chair = new Actor(actor.login(), meeting.chair().strip()).person();
        demand(!meeting.units().isEmpty(), "a meeting has units that took part");
        demand(
                meeting.units().stream()
                        .allMatch(unit -> UnitCode.isWellFormed(unit)
                                && rules.unit(new UnitCode(unit)).isPresent()),
                "a unit is none of the city's");
        demand(!meeting.heldAt().isAfter(clock.instant()), "a meeting is written down after it was held");
        var added = jdbc.sql(
                                "insert into joint_meeting (id, case_id, held_at, chair, units, agreed, login, person, at)"
                                        + " values (:id, :case, :held, :chair, :units, :agreed, :login, :person, :now) on conflict (id) do nothing")
                        .param("id", meeting.id())
                        .param("case", caseId)
                        .param("held", Times.sql(meeting.heldAt()))
                        .param("chair", chair)
                        .param("units", meeting.units().toArray(String[]::new))
                        .param("agreed", agreed)
                        .param("login", actor.login())
                        .param("person", actor.person())
                        .param("now", Times.sql(clock.instant()))
                        .update()
                == 1;
        if (added) {
            history.append(
                    caseId,
                    actor.login(),
                    Event.UNITS_MET,
                    Map.of("chair", chair, "units", meeting.units(), "agreed", agreed, "person", actor.person()));
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new ImpossibleStep(Obstacle.INCOMPLETE, otherwise);
        }
    }

    /** The oldest first. */
    public List<Meeting> of(UUID caseId) {
        return jdbc.sql(
                        "select id, held_at, chair, units, agreed, person from joint_meeting where case_id = ? order by seq")
                .param(caseId)
                .query((row, number) -> new Meeting(
                        row.getObject("id", UUID.class),
                        row.getObject("held_at", OffsetDateTime.class).toInstant(),
                        row.getString("chair"),
                        List.of((String[]) row.getArray("units").getArray()),
                        row.getString("agreed"),
                        row.getString("person")))
                .list();
    }
}
