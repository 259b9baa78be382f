package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citrusframework.TestActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;

/** A partner pushes: from the signed call to the department's queue, and what happens to calls that are not in order. */
@ExtendWith({CitrusSteps.class, SharedCity.class})
class WebhookIT {
    private final City city;

    WebhookIT(City city) {
        this.city = city;
    }

    @Test
    void aSignedPushBecomesAWorkOrderWithinAMinute(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        var pushed = Instant.now();

        var receipt = scenario.push(city.partner, city.partner.signed(Partner.freshId(), plea.json()));

        var filed = scenario.awaitReceipt(receipt, "FILED");
        var number = filed.path("cases").path(0).asString();
        assertThat(filed.path("cases").size()).isEqualTo(1);
        var sheet = scenario.awaitSheet(
                scenario.theCaseOf(plea).path("facts").path("id").asString(),
                "the case is dispatched",
                seen -> seen.path("facts").path("state").asString().equals("DISPATCHED"));
        assertThat(sheet.path("facts").path("number").asString()).isEqualTo(number);
        assertThat(sheet.path("facts").path("category").asString()).isEqualTo("0207");
        var lead = Departments.lead(sheet);
        var event = new Departments(steps, city.broker).workOrder(lead, number);
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("org.intakehub.workorder.dispatched");
        assertThat(event.path("data").path("description").asString()).contains(plea.mark());
        var listed = Scenario.items(scenario.read("units/" + lead + "/work-orders?size=200"));
        assertThat(listed)
                .filteredOn(order -> number.equals(order.path("caseNumber").asString()))
                .singleElement()
                .satisfies(order -> assertThat(order.path("id")).isEqualTo(event.path("id")));
        var clock = sheet.path("clocks").path(0);
        assertThat(clock.path("kind").asString()).isEqualTo("DISPATCH");
        assertThat(Instant.parse(clock.path("stoppedAt").asString()))
                .isBefore(pushed.plus(Duration.ofSeconds(60)))
                .isBefore(Instant.parse(clock.path("dueAt").asString()));
    }

    @Test
    void theSameDeliveryTwiceHasOneReceiptAndOneCase(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        var id = Partner.freshId();

        var first = scenario.push(city.partner, city.partner.signed(id, plea.json()));
        scenario.awaitReceipt(first, "FILED");
        var second = scenario.push(
                city.partner, city.partner.signed(id, plea.json(), Instant.now().plusSeconds(1)));

        assertThat(second).isEqualTo(first);
        assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        scenario.pushRefused(
                city.partner, city.partner.signed(id, Plea.lamp().json()), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void signedGarbageIsTakenInAndQuarantinedWithAReason(TestActionRunner steps) {
        var scenario = city.play(steps);
        var plea = Plea.lamp();
        var garbage = plea.json().substring(0, plea.json().length() - 9);

        var receipt = scenario.push(city.partner, city.partner.signed(Partner.freshId(), garbage));

        var told = scenario.awaitReceipt(receipt, "QUARANTINED");
        assertThat(told.path("reason").asString()).isNotBlank().doesNotContain(plea.mark());
        assertThat(told.path("cases").size()).isZero();
        assertThat(Scenario.items(scenario.read("raw-messages?state=QUARANTINED")))
                .anyMatch(raw -> receipt.equals(raw.path("receiptId").asString()));
        assertThat(scenario.read("raw-messages/" + receipt).path("text").asString())
                .isEqualTo(garbage);
    }

    @Test
    void callsWithoutAGoodProofAreRefusedAndTheRefusalsAreListed(TestActionRunner steps) {
        var scenario = city.play(steps);
        var body = Plea.lamp().json();
        var forger = Partner.named(city.partner.source());
        var stale = Instant.now().minus(Duration.ofMinutes(10));

        scenario.pushRefused(city.partner, Partner.unsigned(body), HttpStatus.UNAUTHORIZED);
        scenario.pushRefused(city.partner, forger.signed(Partner.freshId(), body), HttpStatus.UNAUTHORIZED);
        scenario.pushRefused(
                city.partner, city.partner.signed(Partner.freshId(), body, stale), HttpStatus.UNAUTHORIZED);

        var listed = scenario.eventually(
                "the refusals are listed",
                "refusals?source=partner",
                list -> Scenario.items(list).stream()
                        .map(refusal -> refusal.path("reason").asString())
                        .toList()
                        .containsAll(List.of("MISSING_PROOF", "FORGED_PROOF", "OUTSIDE_TIME_WINDOW")));
        assertThat(listed.toString()).doesNotContain(body);
    }

    @Test
    void aBodyOverTheLimitIsRefused(TestActionRunner steps) {
        var scenario = city.play(steps);
        var body = "{\"title\":\"" + "长".repeat(9_000) + "\"}";

        scenario.pushRefused(city.narrow, city.narrow.signed(Partner.freshId(), body), HttpStatus.PAYLOAD_TOO_LARGE);

        scenario.eventually(
                "the refusal is listed",
                "refusals?source=narrow",
                list -> Scenario.items(list).stream()
                        .anyMatch(refusal ->
                                "TOO_LARGE".equals(refusal.path("reason").asString())));
    }

    @Test
    void aSourceThatSendsTooMuchIsToldWhenToComeAgain(TestActionRunner steps) {
        var scenario = city.play(steps);

        for (var call = 0; call < 3; call++) {
            scenario.push(
                    city.slow, city.slow.signed(Partner.freshId(), Plea.lamp().json()));
        }
        var refused = scenario.pushRefused(
                city.slow, city.slow.signed(Partner.freshId(), Plea.lamp().json()), HttpStatus.TOO_MANY_REQUESTS);

        assertThat(Integer.parseInt(Scenario.header(refused, "Retry-After"))).isBetween(1, 60);
        assertThat(Scenario.header(refused, "RateLimit")).isNotEmpty();
    }
}
