package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.citrusframework.TestActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** The three cases that the centre's report tells of, from the citizen's call to the end. */
@ExtendWith({CitrusSteps.class, SharedCity.class})
class ReportedCasesIT {
    private static final String CENTRE = "林安";
    private static final String STREET = "周晓雨";
    private static final String OFFICE = "吴明";

    private final City city;

    ReportedCasesIT(City city) {
        this.city = city;
    }

    private static JsonNode dispatched(Scenario scenario, City city, Plea plea) {
        var receipt = scenario.push(city.partner, city.partner.signed(Partner.freshId(), plea.json()));
        scenario.awaitReceipt(receipt, "FILED");
        var id = scenario.theCaseOf(plea).path("facts").path("id").asString();
        return scenario.awaitSheet(
                id,
                "the case is dispatched",
                seen -> "DISPATCHED".equals(seen.path("facts").path("state").asString()));
    }

    private static Orders orders(Scenario scenario, JsonNode sheet) {
        return new Orders(scenario, sheet.path("facts").path("id").asString());
    }

    @Test
    void aTornDownWallIsLedByTheStreetAndTwoOfficesAssist(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.of("楼上住户装修拆除承重墙", "巢湖市凤凰山街道一小区楼上住户装修，把承重墙砸了，楼下墙面开裂，担心整栋楼的安全", "巢湖市凤凰山街道");

        var orders = orders(scenario, dispatched(scenario, city, plea));

        assertThat(orders.units("LEAD")).containsExactly("fenghuangshan");
        assertThat(orders.units("ASSIST")).containsExactly("fangchan", "zhujian");
        orders.step("fenghuangshan", "sign", STREET, Map.of());
        orders.step("fenghuangshan", "first-contact", STREET, Map.of("reached", true, "reason", "约定当日上门"));
        orders.step("fenghuangshan", "on-site/departure", STREET, Map.of());
        orders.step("fenghuangshan", "on-site/arrival", STREET, Map.of("position", "117.87,31.60"));
        assertThat(orders.refused("fenghuangshan", "result", STREET, Orders.result("已责令停工。")))
                .isEqualTo("ASSISTANTS_AT_WORK");
        for (var unit : orders.units("ASSIST")) {
            orders.step(unit, "sign", OFFICE, Map.of());
            orders.submit(unit, OFFICE, "已出具鉴定意见。");
        }
        orders.submit("fenghuangshan", STREET, "已责令停工并恢复原状。");
        assertThat(orders.caseState()).isEqualTo("FOLLOW_UP");
        orders.centre("close", CENTRE, Map.of("text", "回访满意"));
        assertThat(orders.caseState()).isEqualTo("CLOSED");
        assertThat(orders.clock("CLOSE").orElseThrow().path("breachedAt").asString(""))
                .isEmpty();
    }

    @Test
    void rubbishThatLiesForDaysIsLookedAtOnTheSpotAndGoneTheSameDay(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.of("物业费纠纷导致小区垃圾无人清运", "巢湖市凤凰山街道一小区因物业费纠纷，物业公司停止物业服务，垃圾堆了几天没人清运", "巢湖市凤凰山街道");

        var orders = orders(scenario, dispatched(scenario, city, plea));

        assertThat(orders.units("LEAD")).containsExactly("fenghuangshan");
        orders.step("fenghuangshan", "sign", STREET, Map.of());
        orders.step("fenghuangshan", "on-site/departure", STREET, Map.of());
        orders.step("fenghuangshan", "on-site/arrival", STREET, Map.of("position", "117.86,31.61"));
        var onSite = orders.clock("ON_SITE").orElseThrow();
        assertThat(Instant.parse(onSite.path("stoppedAt").asString()))
                .isBefore(Instant.parse(onSite.path("dueAt").asString()));
        for (var unit : orders.units("ASSIST")) {
            orders.step(unit, "sign", OFFICE, Map.of());
            orders.submit(unit, OFFICE, "已约谈物业公司。");
        }
        orders.submit("fenghuangshan", STREET, "已责令物业公司清运。");
        orders.centre("rework", CENTRE, Map.of("text", "现场仍有垃圾，请当日清完", "why", "POOR_QUALITY", "days", 1));
        assertThat(orders.caseState()).isEqualTo("HANDLING");
        orders.submit("fenghuangshan", STREET, "当晚已清运完毕。");
        orders.centre("close", CENTRE, Map.of("text", "回访满意"));
        assertThat(orders.caseState()).isEqualTo("CLOSED");
    }

    @Test
    void aDrunkCallersThreatGoesAtOnceToTheTownAndItsPolice(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.of("酒后来电扬言伤害孩子", "巢湖市柘皋镇一男子喝醉了打电话来，扬言要打死自己的儿子", "巢湖市柘皋镇");
        var called = Instant.now();

        var sheet = dispatched(scenario, city, plea);
        var orders = orders(scenario, sheet);

        assertThat(orders.units("LEAD")).containsExactly("zhegao");
        assertThat(orders.units("ASSIST")).contains("zhegao-paichusuo");
        assertThat(sheet.path("facts").path("threat").asBoolean()).isTrue();
        assertThat(sheet.path("facts").path("urgency").asString()).isEqualTo("CRITICAL");
        var number = sheet.path("facts").path("number").asString();
        var alert = Scenario.items(scenario.eventually(
                        "the alert stands",
                        "alerts",
                        list -> Scenario.items(list).stream()
                                .anyMatch(one ->
                                        number.equals(one.path("caseNumber").asString()))))
                .stream()
                .filter(one -> number.equals(one.path("caseNumber").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.now()).isBefore(called.plus(Duration.ofSeconds(60)));
        scenario.command("alerts/" + alert.path("id").asString() + "/acknowledged", "{}", HttpStatus.NO_CONTENT);
        scenario.command("alerts/" + alert.path("id").asString() + "/acknowledged", "{}", HttpStatus.CONFLICT);
    }
}
