package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citrusframework.TestActionRunner;
import org.intakehub.simulators.MailTown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;

/** While its broker is away the hub accepts nothing, says so, and goes on by itself when the broker is back. */
@ExtendWith(CitrusSteps.class)
class BrokerRestartIT {
    private static final int PUSHES = 5;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static City city;

    @BeforeAll
    static void open() {
        city = City.onBrokerOfItsOwn("broker-restart");
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void aRestartedBrokerCostsNoAcceptedMessageAndNoRestartOfTheHub(TestActionRunner steps) {
        var scenario = city.play(steps);
        List<Plea> pleas = new ArrayList<>();
        List<String> receipts = new ArrayList<>();
        for (var number = 0; number < PUSHES; number++) {
            receipts.add(push(scenario, pleas));
        }

        city.broker.stop();
        var waiting = Plea.lamp();
        var id = Partner.freshId();
        var refused = scenario.pushRefused(
                city.partner, city.partner.signed(id, waiting.json()), HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(Scenario.header(refused, "Retry-After")).matches("\\d+");
        var letter = Plea.lamp();
        city.town.deliver(
                Penned.plain("away@mail.example.org", MailTown.MAYOR, letter.title(), letter.text(), Map.of()));
        awaitSeveralLooksIntoTheMailbox();
        city.broker.start();

        receipts.add(pushUntilAccepted(scenario, id, waiting));
        pleas.add(waiting);
        receipts.add(push(scenario, pleas));
        for (var receipt : receipts) {
            scenario.awaitReceipt(receipt, "FILED");
        }
        pleas.add(letter);
        for (var plea : pleas) {
            assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        }
        var last = scenario.theCaseOf(waiting);
        var sheet = scenario.awaitSheet(
                last.path("facts").path("id").asString(),
                "the case is dispatched",
                seen -> seen.path("facts").path("state").asString().equals("DISPATCHED"));
        new Departments(steps, city.broker)
                .workOrder(
                        Departments.lead(sheet),
                        sheet.path("facts").path("number").asString());
    }

    private static String push(Scenario scenario, List<Plea> pleas) {
        var plea = Plea.lamp();
        pleas.add(plea);
        return scenario.push(city.partner, city.partner.signed(Partner.freshId(), plea.json()));
    }

    /** As partners do: the same delivery again until it is accepted. */
    private static String pushUntilAccepted(Scenario scenario, String id, Plea plea) {
        return await("the hub accepts again")
                .pollInSameThread()
                .atMost(Scenario.SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> scenario.tryPush(city.partner, city.partner.signed(id, plea.json())),
                        receipt -> !receipt.isEmpty());
    }

    /** The mailbox is read every second; a letter that was taken for delivered would be lost by now. */
    private static void awaitSeveralLooksIntoTheMailbox() {
        var until = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        await().pollInterval(Duration.ofMillis(500)).until(() -> System.nanoTime() > until);
    }
}
