package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.alert.Alerts;
import org.intakehub.gateway.classify.ClassifyStage;
import org.intakehub.gateway.dispatch.SuggestedUnits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the hub makes of a matter's meaning besides its category: alerts and suggestions of units. */
class MeaningIT extends StoppedRoad {
    private static final String DRUNK = "{\"title\":\"醉酒男子来电\",\"description\":\"柘皋镇一名醉酒男子来电，说要伤害自己的儿子\"}";

    @Autowired
    ClassifyStage classify;

    @Autowired
    Alerts alerts;

    @Autowired
    SuggestedUnits units;

    private UUID classified(String body) {
        var id = open(push(UUID.randomUUID().toString(), body));
        classify.run(delivery(id));
        return id;
    }

    @Test
    void aThreatRaisesOneAlertWithTheWordsOfTheRule() {
        classified(LAMP);
        var id = classified(DRUNK);
        assertThat(alerts.waiting(10)).singleElement().satisfies(alert -> {
            assertThat(alert.caseId()).isEqualTo(id);
            assertThat(alert.words()).contains("伤害");
            assertThat(alert.division()).contains("340181102");
        });
    }

    @Test
    void whoAcknowledgesFirstIsNamedInTheAlertAndInTheHistory() {
        var id = classified(DRUNK);
        var alert = alerts.waiting(10).get(0);
        assertThat(alerts.acknowledge(alert.id(), "anna")).isTrue();
        assertThat(alerts.acknowledge(alert.id(), "ben")).isFalse();
        assertThat(alerts.waiting(10)).isEmpty();
        assertThat(alerts.list(Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(after -> assertThat(after.acknowledgedBy()).contains("anna"));
        assertThat(text("select actor from history where case_id = ? and kind = 'ALERT_ACKNOWLEDGED'", id))
                .isEqualTo("anna");
    }

    private static String at(double longitude, String division) {
        return "{\"title\":\"路灯不亮\",\"description\":\"门口的灯坏了一周\",\"place\":{\"longitude\":" + longitude
                + ",\"latitude\":31.605,\"referenceSystem\":\"WGS84\"" + division + "}}";
    }

    @Test
    void aPositionTellsTheDivisionThatCasesNearbyNamed() {
        EmptyTables.of(jdbc, "ground");
        for (var near = 0; near < 5; near++) {
            classified(at(117.861 + near / 1000.0, ",\"divisionCode\":\"340181004001\""));
        }
        jdbc.sql("update case_file set accepted_at = accepted_at - interval '1 hour'")
                .update();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("select coalesce(sum(cases), 0) from ground")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(5));

        var placed = classified(at(117.866, ""));
        assertThat(text("select division from case_file where id = ?", placed)).isEqualTo("340181004");
        assertThat(text("select place_confidence::text from case_file where id = ?", placed))
                .startsWith("0.83");
        assertThat(text("select reasons::text from case_file where id = ?", placed))
                .contains("place: position");
        var farAway = classified(at(117.96, ""));
        assertThat(text("select coalesce(division, 'none') from case_file where id = ?", farAway))
                .isEqualTo("none");
    }

    @Test
    void unitsAreSuggestedByTheTableAndByWhatTheyLed() {
        EmptyTables.of(jdbc, "unit_experience");
        jdbc.sql("update unit_experience_mark set seq = (select coalesce(max(seq), 0) from work_order)")
                .update();
        var id = classified(LAMP);
        jdbc.sql("update case_file set category = '0207', division = '340181005', area = 'URBAN' where id = ?")
                .param(id)
                .update();
        assertThat(suggested(id)).startsWith("chengguan");
        for (var count = 0; count < 60; count++) {
            led(id, "gongdian");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(units.forCase(id).get(0).reasons())
                        .anyMatch(reason ->
                                reason.kind().equals("category") && reason.handled() == 60 && reason.of() == 60));
        assertThat(suggested(id)).startsWith("gongdian");
        jdbc.sql("update work_order set state = 'RETURNED' where unit = 'gongdian'")
                .update();
        assertThat(suggested(id)).startsWith("chengguan").doesNotContain("gongdian");
    }

    @Test
    void anExcludedUnitIsNotSuggested() {
        var id = classified(LAMP);
        jdbc.sql(
                        "update case_file set category = '0207', division = null, excluded_units = array['chengguan'] where id = ?")
                .param(id)
                .update();
        assertThat(suggested(id)).doesNotContain("chengguan");
    }

    private List<String> suggested(UUID id) {
        return units.forCase(id).stream().map(SuggestedUnits.Suggested::unit).toList();
    }

    /** Another case of the same kind that the unit leads. */
    private void led(UUID like, String unit) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at, updated_at,
                                confidentiality, title, description, category, division, area)
                            select :id, :number, query_code, 'DISPATCHED', channel, source, received_at, accepted_at, updated_at,
                                confidentiality, title, description, category, division, area from case_file where id = :like;
                        insert into work_order (id, case_id, unit, role, reason, dispatched_at)
                            values (:id, :id, :unit, 'LEAD', 'a test', now() - interval '1 minute')
                        """)
                .param("id", id)
                .param("number", id.toString())
                .param("like", like)
                .param("unit", unit)
                .update();
    }
}
