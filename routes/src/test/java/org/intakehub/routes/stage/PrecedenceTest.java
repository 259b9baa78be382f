package org.intakehub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Precedence precedence = new Precedence();

    @Test
    void whatIsDoneBesideTheRoadStandsAsideUntilTheRoadIsCalm() {
        takeUp(6);
        var aside = CompletableFuture.runAsync(precedence::standAside);
        assertThat(aside).isNotDone();
        layDown(6);
        assertThat(aside).succeedsWithin(PATIENCE);
    }

    @Test
    void aRoadThatStaysFullKeepsNothingStandingForGood() {
        takeUp(6);
        assertThat(CompletableFuture.runAsync(precedence::standAside)).succeedsWithin(PATIENCE);
    }

    @Test
    void aFullDoorKeepsStagesRestingForAMomentOnly() {
        for (var call = 0; call < 64; call++) {
            precedence.begin();
        }
        assertThat(CompletableFuture.runAsync(precedence::giveWay)).succeedsWithin(PATIENCE);
    }

    private void takeUp(int messages) {
        for (var message = 0; message < messages; message++) {
            precedence.takeUp();
        }
    }

    private void layDown(int messages) {
        for (var message = 0; message < messages; message++) {
            precedence.layDown();
        }
    }
}
