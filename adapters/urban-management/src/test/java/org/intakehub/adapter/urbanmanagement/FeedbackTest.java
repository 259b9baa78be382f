package org.intakehub.adapter.urbanmanagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedbackTest {
    static final Reply ANSWER = reply(Reply.Kind.ANSWER, "井盖已更换。");

    private final UrbanManagement adapter =
            new UrbanManagement(Pushed.SOURCE, Sites.at(URI.create("https://platform.example.org/v22-api")));

    static Reply reply(Reply.Kind kind, String text) {
        return new Reply(
                "reply-1",
                kind,
                "A20261123-000001",
                "token",
                "C1",
                Optional.of("井盖缺失"),
                text,
                List.of(),
                Optional.of("C1"),
                Instant.parse("2026-11-23T02:20:00Z"),
                Instant.parse("2026-11-24T02:20:00Z"));
    }

    private JsonNode body(Reply reply) {
        var call = ((Outgoing.ByCall) adapter.compose(reply)).call();
        assertThat(call.url()).isEqualTo(URI.create("https://platform.example.org/v22-api/openapi/v1/action"));
        return JsonMapper.shared().readTree(call.body().bytes());
    }

    @Test
    void acknowledgesOnlyWhereTheHubMayCallThePlatform() {
        assertThat(adapter.acknowledges()).isTrue();
        assertThat(new UrbanManagement(Pushed.SOURCE, Sites.at(null)).acknowledges())
                .isFalse();
    }

    @Test
    void feedsAnAnswerBack() {
        var body = body(ANSWER);
        assertThat(body.path("action").asString()).isEqualTo("DISPOSE_FEEDBACK");
        assertThat(body.path("senderCode").asString()).isEqualTo("CITY_HUB");
        assertThat(body.path("data").path("caseId").asString()).isEqualTo("C1");
        assertThat(body.path("data").path("disposeOpinion").asString()).isEqualTo("井盖已更换。");
        assertThat(body.path("data").path("disposeTime").asString()).isEqualTo("2026-11-24 10:20:00");
    }

    @Test
    void signsForACaseAsItsAcknowledgement() {
        var body = body(reply(Reply.Kind.ACKNOWLEDGEMENT, "已收到"));
        assertThat(body.path("action").asString()).isEqualTo("SIGN");
        assertThat(body.path("data").path("signTime").asString()).isEqualTo("2026-11-24 10:20:00");
    }

    @Test
    void everyAttemptBearsTheSameId() {
        assertThat(body(ANSWER).path("uid").asString())
                .isNotEmpty()
                .isEqualTo(body(ANSWER).path("uid").asString());
    }
}
