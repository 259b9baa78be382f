package org.intakehub.adapter.open311;

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
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;

class Open311ContractTest implements WebhookContract {
    @Override
    public Open311Settings settings() {
        return Endpoints.city();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("position.txt").expect("r6ab2020af552397ac43c989e", "路灯不亮"),
                Sample.of("address.txt").expect("rb2e5101e73b5f543d955f2a7", "垃圾"));
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        var query = Map.of("api_key", List.of(Endpoints.KEY.value()));
        var headers = Map.of("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"));
        return new Request(SOURCE, "POST", "requests.json", query, headers, sample.body(folder()), at);
    }

    @Override
    public Proof proof() {
        return new Proof("api_key", Set.of(), false);
    }

    @Override
    public Optional<Duration> timeWindow() {
        return Optional.empty();
    }

    /** What is the same for all is shown to all. */
    @Override
    public Optional<Challenge> challenge() {
        var nothing = Payload.of(new byte[0]);
        return Optional.of(
                new Challenge(new Request(SOURCE, "GET", "services.json", Map.of(), Map.of(), nothing, NOW), "路灯不亮"));
    }

    /** A form that was cut short is a shorter form. */
    @Override
    public boolean readsDamagedBytes() {
        return true;
    }
}
