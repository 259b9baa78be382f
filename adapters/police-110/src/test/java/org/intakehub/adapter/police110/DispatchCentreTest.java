package org.intakehub.adapter.police110;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.adapter.testkit.LoopbackHub;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.WebhookAdapter;
import org.intakehub.simulators.police.DispatchCentre;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchCentreTest {
    private static final Instant NOW = AdapterUnderTest.NOW;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private DispatchCentre centre;
    private AnsweringPolice110 adapter;
    private LoopbackHub hub;

    @BeforeEach
    void start() throws IOException {
        centre = DispatchCentre.start(Centres.KEY, Centres.OWN_KEY, clock);
        adapter = (AnsweringPolice110)
                new Police110Provider().adapter(AdapterUnderTest.SOURCE, Centres.answered(centre.base()));
        hub = LoopbackHub.before((WebhookAdapter) adapter, clock);
    }

    @AfterEach
    void stop() {
        hub.close();
        centre.close();
    }

    @Test
    void anOrderItsRepetitionAReturnAndFeedbackArriveOnceEach() throws Exception {
        var order = Map.of("JJDBH", "J1", "BJNR", "路灯不亮", "SFBM", "0");
        assertThat(centre.push(hub.base(), "pushJjd", order)).isTrue();
        assertThat(centre.push(hub.base(), "pushJjd", order)).isTrue();
        assertThat(centre.push(hub.base(), "pushJjd", Map.of("JJDBH", "J1", "BJNR", "路灯不亮，已两天")))
                .isTrue();
        assertThat(centre.push(hub.base(), "pushThxx", Map.of("JJDBH", "J1", "HANDLEOPINION", "退")))
                .isTrue();
        assertThat(centre.push(hub.base(), "pushFkd", Map.of("JJDBH", "J1", "CJCZQK", "到场")))
                .isTrue();
        assertThat(hub.messages())
                .extracting(IntakeMessage::title)
                .containsExactly("110接警单", "110接警单", "110退回", "110反馈");
    }

    @Test
    void theCentreSendsAgainUntilItHearsTwoHundred() throws Exception {
        hub.failNext(2);
        assertThat(centre.push(hub.base(), "pushJjd", Map.of("JJDBH", "J2", "BJNR", "x")))
                .isTrue();
        assertThat(hub.messages()).hasSize(1);
    }

    @Test
    void aCentreWithAnotherKeyIsNotHeard() throws Exception {
        try (var stranger = DispatchCentre.start(Centres.OWN_KEY, Centres.KEY, clock)) {
            assertThat(stranger.push(hub.base(), "pushJjd", Map.of("JJDBH", "J3", "BJNR", "x")))
                    .isFalse();
        }
        assertThat(hub.kept()).isEmpty();
    }

    @Test
    void confirmsAndReportsToTheCentre() throws Exception {
        assertThat(adapter.confirm(send(reply(Reply.Kind.ACKNOWLEDGEMENT)))).isEqualTo("c-1");
        assertThat(adapter.confirm(send(reply(Reply.Kind.ANSWER)))).isEqualTo("c-2");
        assertThat(centre.heard())
                .containsExactly(
                        Map.of("JJDBH", "J1", "RECEIVE", "1", "RECEIVETIME", "2026-11-23 16:00:00"),
                        Map.of(
                                "JJDBH",
                                "J1",
                                "FLOWID",
                                "A20261123-000001",
                                "TSSJ",
                                "2026-11-23 16:00:00",
                                "DYYY",
                                "1",
                                "CLJG",
                                "已修好。"));
    }

    @Test
    void tellsTheCentresFaultsApart() throws Exception {
        centre.answerNext(200, "{\"code\":\"500\",\"message\":\"busy\"}");
        var busy = send(reply(Reply.Kind.ANSWER));
        assertThatExceptionOfType(RemoteUnavailable.class).isThrownBy(() -> adapter.confirm(busy));
        centre.answerNext(200, "{\"code\":\"403\",\"message\":\"no\"}");
        var no = send(reply(Reply.Kind.ANSWER));
        assertThatExceptionOfType(RemoteRejected.class).isThrownBy(() -> adapter.confirm(no));
        assertThat(centre.heard()).isEmpty();
    }

    private Answer send(Reply reply) throws IOException, InterruptedException {
        var call = ((Outgoing.ByCall) adapter.compose(reply)).call();
        var request = HttpRequest.newBuilder(call.url())
                .method(
                        call.method(),
                        HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()));
        call.headers().forEach(request::setHeader);
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return answer(call, response.statusCode(), response.body());
    }

    private static Answer answer(Call call, int status, String body) {
        return new Answer(new Step.Ask(call, Cursor.START, ""), status, Map.of(), Payload.of(body, UTF_8), NOW);
    }

    private static Reply reply(Reply.Kind kind) {
        return new Reply(
                "r1",
                kind,
                "A20261123-000001",
                "token",
                "J1",
                Optional.empty(),
                "已修好。",
                List.of(),
                Optional.of("J1"),
                NOW,
                NOW);
    }
}
