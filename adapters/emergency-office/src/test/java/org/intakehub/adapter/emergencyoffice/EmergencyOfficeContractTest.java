package org.intakehub.adapter.emergencyoffice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Challenge;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.RequestingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.adapter.testkit.WebhookContract;
import org.intakehub.core.channel.Request;
import org.intakehub.simulators.emergency.DutyRoom;

class EmergencyOfficeContractTest implements WebhookContract, RequestingContract {
    @Override
    public EmergencyOfficeSettings settings() {
        return Offices.answered(URI.create("https://office.example.org/states"));
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("event.json").expect("YJ20261123001|fae8e53a48fc67da1f0b167f82ba075f", "示例路燃气泄漏"),
                Sample.of("unknown-rank.json").expect("YJ20261123002|7cc022c6d3d40df4869ba828d9031f63", "应急事件"));
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        var body = sample.body(folder());
        var time = String.valueOf(at.getEpochSecond());
        var signature = DutyRoom.signature(Offices.KEY, time, body.text(UTF_8));
        var headers = Map.of("X-Timestamp", List.of(time), "X-Signature", List.of(signature));
        return new Request(SOURCE, "POST", "webhook", Map.of(), headers, body, at);
    }

    @Override
    public Proof proof() {
        return Proof.of("X-Signature", "X-Timestamp");
    }

    @Override
    public Optional<Challenge> challenge() {
        return Optional.empty();
    }

    @Override
    public String recipient() {
        return "YJ20261123001";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.of(new Confirmation(
                Answered.json(200, "{\"id\":\"s-9\"}"),
                "s-9",
                List.of(Answered.json(200, "{}"), Answered.json(200, "<html>")),
                List.of(Answered.json(200, "{\"error\":\"unknown event\"}"), Answered.json(404, "{}"))));
    }
}
