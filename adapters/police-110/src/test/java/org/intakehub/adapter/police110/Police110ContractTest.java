package org.intakehub.adapter.police110;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.intakehub.simulators.police.DispatchCentre;

class Police110ContractTest implements WebhookContract, RequestingContract {
    @Override
    public Police110Settings settings() {
        return Centres.signing();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                sample("order.json", "pushJjd")
                        .expect("pushJjd|110202511230001|ed83610bd7b2fbf8046f56939834ed68", "求助-噪声"),
                sample("confidential-order.json", "pushJjd")
                        .expect("pushJjd|110202511230002|ef184af751ac6f7c2eb56f1d73928f63", "110接警单：举报"),
                sample("return.json", "pushThxx")
                        .expect("pushThxx|110202511230001|8149fdb263f98222dc1649fccbfd6490", "110退回"),
                sample("feedback.json", "pushFkd")
                        .expect("pushFkd|110202511230001|e1e2a0e06211edd7b871a540e88f4f38", "110反馈"));
    }

    private static Sample sample(String file, String path) {
        return Sample.of(file).header(Police110.PATH, path);
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        var path = sample.headers().getOrDefault(Police110.PATH, "");
        var body = sample.body(folder());
        var time = String.valueOf(at.getEpochSecond());
        var signature = DispatchCentre.signature(Centres.KEY, time, path, body.text(UTF_8));
        var headers = Map.of("X-Timestamp", List.of(time), "X-Signature", List.of(signature));
        return new Request(SOURCE, "POST", path, Map.of(), headers, body, at);
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
        return "110202511230001";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.of(new Confirmation(
                Answered.json(200, "{\"code\":\"200\",\"data\":\"r-7\",\"message\":\"ok\"}"),
                "r-7",
                List.of(
                        Answered.json(200, "{\"code\":\"500\",\"message\":\"busy\"}"),
                        Answered.json(200, "<html>"),
                        Answered.json(200, "{}")),
                List.of(Answered.json(200, "{\"code\":\"403\",\"message\":\"no\"}"))));
    }
}
