package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.citrusframework.TestActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** A stage that fails every time gives up after four tries, and nothing is lost by it. */
@ExtendWith({CitrusSteps.class, SharedCity.class})
class PoisonIT {
    private final City city;

    PoisonIT(City city) {
        this.city = city;
    }

    @Test
    void whatFailsFourTimesIsADeadLetterAndGoesThroughOnceTheCauseIsMended(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        String subject;

        // Somebody's maintenance: the table that the dispatch stage writes to takes nothing.
        city.sql("alter table work_order add constraint under_repair check (false) not valid");
        try {
            var receipt = scenario.push(city.partner, city.partner.signed(Partner.freshId(), plea.json()));
            scenario.awaitReceipt(receipt, "FILED");
            subject = scenario.theCaseOf(plea).path("facts").path("id").asString();
            scenario.eventually("the dead letter is listed", "dead-letters", list -> has(list, subject));
        } finally {
            city.sql("alter table work_order drop constraint under_repair");
        }
        assertThat(scenario.sheet(subject).path("facts").path("state").asString())
                .isEqualTo("CLASSIFIED");
        var letter = Scenario.items(scenario.read("dead-letters")).stream()
                .filter(waiting -> subject.equals(waiting.path("subject").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(letter.path("queue").asString()).isEqualTo("intake.dispatch");
        assertThat(letter.path("reason").asString()).isNotBlank().doesNotContain(plea.mark());

        scenario.command("dead-letters/" + letter.path("id").asString() + "/replay", "", HttpStatus.NO_CONTENT);

        var sheet = scenario.awaitSheet(
                subject,
                "the case is dispatched",
                seen -> seen.path("facts").path("state").asString().equals("DISPATCHED"));
        var number = sheet.path("facts").path("number").asString();
        var lead = Departments.lead(sheet);
        new Departments(steps, city.broker).workOrder(lead, number);
        assertThat(Scenario.items(scenario.read("units/" + lead + "/work-orders?size=200")))
                .filteredOn(order -> number.equals(order.path("caseNumber").asString()))
                .hasSize(1);
        assertThat(has(scenario.read("dead-letters"), subject)).isFalse();
        assertThat(has(scenario.read("dead-letters?state=REPLAYED"), subject)).isTrue();
    }

    private static boolean has(JsonNode list, String subject) {
        return Scenario.items(list).stream()
                .anyMatch(letter -> subject.equals(letter.path("subject").asString()));
    }
}
