package org.intakehub.adapter.telephone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.adapter.testkit.Challenge;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.adapter.testkit.WebhookContract;
import org.intakehub.core.channel.Request;

class PushedCallsContractTest implements WebhookContract {
    @Override
    public TelephoneSettings settings() {
        return Switches.pushing();
    }

    @Override
    public List<Sample> samples() {
        return Switches.samples();
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        var query = Map.of("key", List.of(Switches.KEY.value()));
        return new Request(SOURCE, "POST", "webhook", query, Map.of(), sample.body(folder()), at);
    }

    @Override
    public Proof proof() {
        return new Proof("key", Set.of(), false);
    }

    @Override
    public Optional<Duration> timeWindow() {
        return Optional.empty();
    }

    @Override
    public Optional<Challenge> challenge() {
        return Optional.empty();
    }
}
