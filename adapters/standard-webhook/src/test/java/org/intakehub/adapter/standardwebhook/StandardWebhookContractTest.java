package org.intakehub.adapter.standardwebhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.testkit.Challenge;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.adapter.testkit.WebhookContract;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;

class StandardWebhookContractTest implements WebhookContract {
    private static final String TYPE = "content-type";

    @Override
    public StandardWebhookSettings settings() {
        return StandardWebhookSettings.of(Partner.FIRST.secret(), Partner.SECOND.secret());
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                json("plain.json", "application/json").expect("id-of-plain", "人行道地砖松动"),
                json("payload.json", "application/json; charset=utf-8").expect("id-of-payload", "公交站牌看不清"),
                json("event.json", "application/cloudevents+json").expect("/partners/example|event-1", "早餐摊油烟大"),
                json("event-base64.json", "application/cloudevents+json; charset=UTF-8")
                        .expect("/partners/example|event-2", "井盖丢失"),
                json("batch.json", "application/cloudevents-batch+json")
                        .expect("/partners/example|event-3", "第一件")
                        .expect("/partners/example|event-4", "第二件"),
                json("binary.json", "application/json")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", "event-5")
                        .header("ce-source", "/partners/%E7%A4%BA%E4%BE%8B")
                        .header("ce-type", "org.example.message.created")
                        .expect("/partners/示例|event-5", "小区夜间施工"));
    }

    private static Sample json(String file, String type) {
        return Sample.of(file).header(TYPE, type).header("webhook-id", id(file));
    }

    private static String id(String file) {
        return "id-of-" + file.replace(".json", "");
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        return Partner.SECOND.call(id(sample.file()), at, sample.headers(), sample.body(folder()));
    }

    @Override
    public Proof proof() {
        return Proof.of("webhook-signature", "webhook-id", "webhook-timestamp");
    }

    @Override
    public Optional<Challenge> challenge() {
        var question = Map.of("WebHook-Request-Origin", "partner.example.org");
        return Optional.of(new Challenge(
                Partner.request("OPTIONS", question, Payload.of(new byte[0]), NOW), "partner.example.org"));
    }
}
