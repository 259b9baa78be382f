package org.intakehub.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.source.FetchRules;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.SourceLimits;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SourceRatesTest {
    private final SourceRates rates = new SourceRates();

    private static Source source(String name) {
        return new Source(
                new SourceId(name),
                new ChannelId("silent"),
                new Silent(),
                new SourceLimits(DataSize.ofKilobytes(1), 1, 3, 2),
                new FetchRules(Set.of(), false),
                Duration.ofMinutes(1),
                Optional.empty());
    }

    @Test
    void aBurstIsTakenAndThenNoMore() {
        for (var number = 0; number < 3; number++) {
            assertThat(rates.genuineCall(source("a")).isConsumed()).isTrue();
        }
        var over = rates.genuineCall(source("a"));
        assertThat(over.isConsumed()).isFalse();
        assertThat(Duration.ofNanos(over.getNanosToWaitForRefill()))
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @Test
    void sourcesAndForgersDoNotUseUpEachOthersShare() {
        for (var number = 0; number < 5; number++) {
            rates.genuineCall(source("a"));
            rates.refusedCall(source("a"));
        }
        assertThat(rates.refusedCall(source("a")).isConsumed()).isFalse();
        assertThat(rates.genuineCall(source("b")).isConsumed()).isTrue();
        assertThat(rates.refusedCall(source("b")).isConsumed()).isTrue();

        var forged = source("c");
        for (var number = 0; number < 5; number++) {
            rates.refusedCall(forged);
        }
        assertThat(rates.genuineCall(forged).isConsumed()).isTrue();
    }

    private static final class Silent implements ChannelAdapter {
        @Override
        public ChannelId channel() {
            return new ChannelId("silent");
        }

        @Override
        public List<IntakeMessage> normalise(RawMessage raw) {
            return List.of();
        }
    }
}
