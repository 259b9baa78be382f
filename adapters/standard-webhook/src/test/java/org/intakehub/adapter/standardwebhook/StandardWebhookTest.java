package org.intakehub.adapter.standardwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StandardWebhookTest {
    private final StandardWebhook webhook = new StandardWebhook(StandardWebhookSettings.of(Partner.FIRST.secret()));

    @Test
    void readsEveryFieldOfAMessage() {
        var message = message("""
                {"title": "地砖松动", "description": "一踩\\r\\n就溅水", "externalId": 7,
                 "externalUrl": "https://partner.example.org/7", "occurredAt": "2026-11-23T09:12:00+08:00",
                 "namedUnit": "设施处", "confidentiality": "whistleblower", "votes": 3, "form": {"a": [1]},
                 "citizen": {"name": "测试", "gender": "女", "phones": ["1", " "], "email": "c@example.org", "address": "路",
                             "idNumber": "X", "kind": "company", "anonymous": true, "handle": "u-1", "job": "y"},
                 "place": {"address": "门前", "divisionCode": "990101", "longitude": 117.5, "latitude": 31.5,
                           "referenceSystem": "gcj-02", "floor": "2"},
                 "attachments": [{"name": "../a.jpg", "type": "image/jpeg", "url": "https://files.example.org/a"},
                                 {"name": "b.txt", "base64": "aGk="}]}""");
        assertThat(message.title()).isEqualTo("地砖松动");
        assertThat(message.text()).isEqualTo("一踩\n就溅水");
        assertThat(message.externalId()).contains("7");
        assertThat(message.externalUrl()).contains(URI.create("https://partner.example.org/7"));
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-23T01:12:00Z"));
        assertThat(message.namedUnit()).contains("设施处");
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.WHISTLEBLOWER);
        assertThat(message.citizen())
                .isEqualTo(new Citizen(
                        Optional.of("测试"),
                        Optional.of("女"),
                        List.of("1"),
                        Optional.of("c@example.org"),
                        Optional.of("路"),
                        Optional.of("X"),
                        Citizen.Kind.COMPANY,
                        true,
                        Optional.of("u-1")));
        assertThat(message.place().divisionCode()).contains("990101");
        assertThat(message.place().coordinates())
                .contains(new Coordinates(117.5, 31.5, Coordinates.ReferenceSystem.GCJ02));
        assertThat(message.attachments())
                .containsExactly(
                        new Attachment.Linked("a.jpg", "image/jpeg", URI.create("https://files.example.org/a")),
                        new Attachment.Inline(
                                "b.txt", "application/octet-stream", Payload.of("hi", StandardCharsets.UTF_8), false));
        assertThat(message.extras())
                .isEqualTo(Map.of("votes", "3", "form", "{\"a\":[1]}", "citizen.job", "y", "place.floor", "2"));
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotUnderstandAsExtrasAndSaysSo() {
        var message = message("""
                {"title": "x", "confidentiality": "hush", "externalUrl": "ftp://a",
                 "citizen": {"kind": "club"}, "place": {"divisionCode": "9", "longitude": 1, "latitude": 2}}""");
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.ON_REQUEST);
        assertThat(message.citizen().kind()).isEqualTo(Citizen.Kind.OTHER);
        assertThat(message.place().coordinates()).isEmpty();
        assertThat(message.extras())
                .isEqualTo(Map.of(
                        "confidentiality", "hush",
                        "externalUrl", "ftp://a",
                        "citizen.kind", "club",
                        "place.divisionCode", "9",
                        "place.longitude", "1",
                        "place.latitude", "2"));
        assertThat(message.notes()).hasSize(5);
    }

    @Test
    void readsThePayloadOfStandardWebhooks() {
        var message = message("{\"type\": \"created\", \"timestamp\": \"2026-11-23T01:42:20Z\","
                + " \"data\": {\"id\": \"P-1\", \"title\": \"a\", \"detail\": \"b\"}}");
        assertThat(message.key().value()).isEqualTo("msg_1");
        assertThat(message.externalId()).contains("P-1");
        assertThat(message.text()).isEqualTo("b");
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-23T01:42:20Z"));
        assertThat(message.extras()).containsEntry("payload.type", "created");
    }

    @ParameterizedTest
    @CsvSource({"a%20b, 'a b'", "100%, 100%", "%2541, %41", "%E8%B7%AF, 路", "'\"q\\\"%20d\"', 'q\" d'"})
    void decodesAttributesInHeadersOnce(String header, String meant) {
        var headers = new TreeMap<>(Map.of("content-type", "application/json", "ce-specversion", "1.0"));
        headers.put("ce-id", "1");
        headers.put("ce-source", "/s");
        headers.put("ce-type", "t");
        headers.put("ce-subject", header);
        assertThat(read(headers, "{\"title\": \"a\"}").get(0).extras()).containsEntry("ce-subject", meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{\"title\": \"a\\u0000\"}",
                "{\"title\": \"a\", \"x\\u0000\": 1}",
                "{\"title\": \"\\ud83d\"}",
                "{\"title\": \"a\"} {}",
                "{\"title\": \" \"}",
                "{\"title\": 1}",
                "{}",
                "[]",
                "{\"title\": \"a\", \"occurredAt\": \"yesterday\"}",
                "{\"title\": \"a\", \"occurredAt\": \"+99999-01-01T00:00:00Z\"}",
                "{\"title\": \"a\", \"citizen\": {\"phones\": \"1\"}}",
                "{\"title\": \"a\", \"place\": {\"longitude\": 181}}",
                "{\"title\": \"a\", \"attachments\": [{\"name\": \"n\"}]}",
                "{\"title\": \"a\", \"attachments\": [{\"name\": \"n\", \"url\": \"file:///etc/passwd\"}]}",
                "{\"title\": \"a\", \"attachments\": [{\"name\": \"n\", \"url\": \"http://a b\"}]}",
                "{\"title\": \"a\", \"attachments\": [{\"name\": \"n\", \"base64\": \"hush!\"}]}",
                "{\"title\": hush}"
            })
    void quarantinesWhatCannotBeReadWithoutQuotingIt(String body) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> message(body))
                .withMessageNotContaining("hush")
                .withMessageNotContaining("yesterday")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"specversion\": \"0.3\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\", \"data\": {\"title\": \"a\"}}",
                "{\"specversion\": \"1.0\", \"source\": \"s\", \"type\": \"t\", \"data\": {\"title\": \"a\"}}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\", \"data_base64\": \"!\"}",
                "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"s\", \"type\": \"t\", \"data\": {}, \"data_base64\": \"e30=\"}"
            })
    void quarantinesWhatIsNoEvent(String body) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> read(Map.of("content-type", "application/cloudevents+json"), body));
    }

    @Test
    void takesNoMoreAndNoLargerAttachmentsThanItsSettingsAllow() {
        var tight = new Enclosures(1, 3);
        var content = Base64.getEncoder().encodeToString(new byte[4]);
        var attachment = "{\"name\": \"n\", \"base64\": \"" + content + "\"}";
        var message = IntakeMessage.of(MessageKey.of("k"));
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> tight.add(json("[" + attachment + "]"), message))
                .withMessageContaining("larger than 3 bytes");
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> tight.add(json("[" + attachment + "," + attachment + "]"), message))
                .withMessageContaining("more than 1");
    }

    @Test
    void takesInASignedCallEvenIfItsJsonIsBroken() {
        assertThat(webhook.receive(Partner.FIRST.json("{broken"))).isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=gbk", "", ";"})
    void refusesContentThatItDoesNotKnow(String type) {
        var call = Partner.FIRST.call("1", Partner.NOW, Map.of("content-type", type), bytes("{}"));
        assertThat(webhook.receive(call)).isEqualTo(refused(Reason.UNSUPPORTED_TYPE, webhook.receive(call)));
    }

    @Test
    void refusesAnEmptyBody() {
        var outcome = webhook.receive(Partner.FIRST.json(""));
        assertThat(outcome).isEqualTo(refused(Reason.UNREADABLE, outcome));
    }

    @Test
    void keepsTheHeadersThatTellWhatWasSentAndNoOthers() {
        var headers = Map.of(
                "content-type",
                "application/json",
                "ce-id",
                "1",
                "idempotency-key",
                "k",
                "cookie",
                "c",
                "x-other",
                "y");
        var raw = accepted(headers, "{}").raw();
        assertThat(raw.deliveryId()).isEqualTo("msg_1");
        assertThat(raw.headers().keySet())
                .containsExactlyInAnyOrder(
                        "content-type", "ce-id", "idempotency-key", "webhook-id", "webhook-timestamp");
    }

    @Test
    void grantsTheRateThatIsAskedForUpToTheAllowedOne() {
        assertThat(handshake("120").headers()).containsEntry("WebHook-Allowed-Rate", "120");
        assertThat(handshake("999999").headers()).containsEntry("WebHook-Allowed-Rate", "6000");
        assertThat(handshake("*").headers()).containsEntry("WebHook-Allowed-Rate", "6000");
    }

    @Test
    void letsNothingFromTheQuestionIntoTheHeadersOfTheEcho() {
        var question = Map.of("webhook-request-origin", "a\r\nset-cookie: b");
        var outcome = webhook.receive(Partner.request("OPTIONS", question, bytes(""), Partner.NOW));
        assertThat(outcome).isEqualTo(refused(Reason.METHOD_NOT_ALLOWED, outcome));
    }

    private Response handshake(String rate) {
        var question = Map.of("webhook-request-origin", "partner.example.org", "webhook-request-rate", rate);
        return ((Outcome.Handshake) webhook.receive(Partner.request("OPTIONS", question, bytes(""), Partner.NOW)))
                .echo();
    }

    @Test
    void itsOwnTestCallIsAcceptedAndReadByItselfAndByNobodyElse() {
        var call = webhook.testCall(new SourceId("partner"), "test:1", Partner.NOW);
        var accepted = (Outcome.Accepted) webhook.receive(call);
        assertThat(accepted.raw().deliveryId()).isEqualTo("test:1");
        assertThat(webhook.normalise(accepted.raw()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("test:1"));
        var other = new StandardWebhook(StandardWebhookSettings.of(Partner.SECOND.secret()));
        assertThat(other.receive(call)).isInstanceOf(Outcome.Refused.class);
    }

    private IntakeMessage message(String body) {
        return read(Map.of("content-type", "application/json"), body).get(0);
    }

    private List<IntakeMessage> read(Map<String, String> headers, String body) {
        return webhook.normalise(accepted(headers, body).raw());
    }

    private Outcome.Accepted accepted(Map<String, String> headers, String body) {
        return (Outcome.Accepted) webhook.receive(Partner.FIRST.call("msg_1", Partner.NOW, headers, bytes(body)));
    }

    private static Outcome refused(Reason reason, Outcome outcome) {
        return new Outcome.Refused(reason, ((Outcome.Refused) outcome).detail());
    }

    private static JsonNode json(String text) {
        return StrictJson.read(bytes(text));
    }

    private static Payload bytes(String text) {
        return Payload.of(text, StandardCharsets.UTF_8);
    }
}
