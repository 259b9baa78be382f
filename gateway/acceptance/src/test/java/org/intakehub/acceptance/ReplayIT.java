package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.citrusframework.TestActionRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What was quarantined because of a setting is read again once the setting is right; no case is doubled by it. */
@ExtendWith(CitrusSteps.class)
class ReplayIT {
    private static final String LIMIT = "intake.sources.partner.max-attachments";

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static City city;

    @BeforeAll
    static void open() {
        city = City.open("replay", Map.of(LIMIT, "1"));
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void aQuarantinedMessageIsReplayedFirstDryThenForGood(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        var known = Plea.lamp();
        var knownId = Partner.freshId();
        var began = Instant.now().minusSeconds(5);
        var knownReceipt = scenario.push(city.partner, city.partner.signed(knownId, known.json()));
        var receipt = scenario.push(city.partner, city.partner.signed(Partner.freshId(), plea.jsonWithLinks(2)));
        scenario.awaitReceipt(knownReceipt, "FILED");
        scenario.awaitReceipt(receipt, "QUARANTINED");
        var still = scenario.command("raw-messages/" + receipt + "/replay?dryRun=true", "", HttpStatus.OK);
        assertThat(still.path("problem").asString()).isNotBlank();

        city.hub.stop();
        city.hub.set(LIMIT, "5");
        city.hub.start();

        assertThat(scenario.push(city.partner, city.partner.signed(knownId, known.json())))
                .as("the receipt of a delivery repeated after a restart")
                .isEqualTo(knownReceipt);
        var dry = scenario.command("raw-messages/" + receipt + "/replay?dryRun=true", "", HttpStatus.OK);
        assertThat(dry.path("problem").asString()).isEmpty();
        assertThat(dry.path("changes").size()).isEqualTo(1);
        assertThat(scenario.receipt(receipt).path("state").asString()).isEqualTo("QUARANTINED");
        assertThat(range(scenario, began, true).size())
                .as("changes in the span, dry")
                .isEqualTo(1);

        scenario.command("raw-messages/" + receipt + "/replay?dryRun=false", "", HttpStatus.OK);

        scenario.awaitReceipt(receipt, "FILED");
        var sheet = scenario.theCaseOf(plea);
        assertThat(sheet.path("messages").path(0).path("attachments").size()).isEqualTo(2);
        scenario.awaitSheet(
                sheet.path("facts").path("id").asString(),
                "the case is dispatched",
                seen -> seen.path("facts").path("state").asString().equals("DISPATCHED"));
        assertThat(range(scenario, began, false).size())
                .as("changes in the span, afterwards")
                .isZero();
        assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        assertThat(scenario.theCaseOf(known).path("messages").size()).isEqualTo(1);
    }

    private static JsonNode range(Scenario scenario, Instant from, boolean dryRun) {
        var span = "{\"source\":\"partner\",\"from\":\"" + from + "\",\"to\":\""
                + Instant.now().plus(Duration.ofMinutes(1)) + "\",\"dryRun\":" + dryRun + "}";
        return scenario.command("raw-messages/replay", span, HttpStatus.OK);
    }
}
