package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.citrusframework.TestActionRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub goes on accepting while its database is away. */
@ExtendWith(CitrusSteps.class)
class DatabaseDownIT {
    private static final int PUSHES = 25;
    private static final Duration AFTERWARDS = Duration.ofSeconds(90);

    @SuppressWarnings("NullAway.Init") // made before the first test
    private static City city;

    @BeforeAll
    static void open() {
        city = City.onDatabaseOfItsOwn("database-down");
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void whatIsAcceptedWhileTheDatabaseIsAwayIsFiledOnceWhenItIsBack(TestActionRunner steps) {
        var scenario = city.play(steps);
        var before = scenario.push(
                city.partner, city.partner.signed(Partner.freshId(), Plea.lamp().json()));
        scenario.awaitReceipt(before, "FILED");
        List<Plea> pleas = new ArrayList<>();
        List<String> receipts = new ArrayList<>();

        city.database.stop();
        for (var number = 0; number < PUSHES; number++) {
            var plea = Plea.lamp();
            pleas.add(plea);
            receipts.add(scenario.push(city.partner, city.partner.signed(Partner.freshId(), plea.json())));
        }
        assertThat(scenario.receipt(receipts.get(0)).path("state").asString()).isEqualTo("RECEIVED");
        assertThat(scenario.receipt(receipts.get(PUSHES - 1)).path("state").asString())
                .isEqualTo("RECEIVED");
        city.database.start();

        for (var receipt : receipts) {
            assertThat(scenario.awaitReceipt(receipt, "FILED", AFTERWARDS)
                            .path("cases")
                            .size())
                    .isEqualTo(1);
        }
        for (var plea : pleas) {
            assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        }
        assertThat(city.ask("select count(*) from case_file")).isEqualTo(Integer.toString(PUSHES + 1));
        assertThat(city.ask("select count(*) from dead_letter")).isEqualTo("0");
    }
}
