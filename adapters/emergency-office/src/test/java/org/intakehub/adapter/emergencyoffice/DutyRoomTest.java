package org.intakehub.adapter.emergencyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Step;
import org.intakehub.simulators.emergency.DutyRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DutyRoomTest {
    private static final Instant NOW = AdapterUnderTest.NOW;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private DutyRoom room;
    private AnsweredEmergencyOffice adapter;
    private LoopbackHub hub;

    @BeforeEach
    void start() throws IOException {
        room = DutyRoom.start(Offices.KEY, Offices.OWN_KEY, clock);
        adapter = (AnsweredEmergencyOffice)
                new EmergencyOfficeProvider().adapter(AdapterUnderTest.SOURCE, Offices.answered(room.states()));
        hub = LoopbackHub.before(adapter, clock);
    }

    @AfterEach
    void stop() {
        hub.close();
        room.close();
    }

    @Test
    void anEventAndItsUpdateArriveOnceEachAlsoAfterAnOutage() throws Exception {
        var event = Map.of("eventId", "E1", "eventTitle", "积水", "eventRank", "三级");
        hub.failNext(1);
        assertThat(room.handOver(hub.base().resolve("webhook"), event)).isEqualTo(503);
        assertThat(room.handOver(hub.base().resolve("webhook"), event)).isEqualTo(202);
        assertThat(room.handOver(hub.base().resolve("webhook"), event)).isEqualTo(202);
        assertThat(room.handOver(hub.base().resolve("webhook"), Map.of("eventId", "E1", "eventTitle", "积水加深")))
                .isEqualTo(202);
        assertThat(hub.messages()).extracting(IntakeMessage::title).containsExactly("积水", "积水加深");
    }

    @Test
    void aRoomWithAnotherKeyIsNotHeard() throws Exception {
        try (var stranger = DutyRoom.start(Offices.OWN_KEY, Offices.KEY, clock)) {
            assertThat(stranger.handOver(hub.base().resolve("webhook"), Map.of("eventId", "E1")))
                    .isEqualTo(401);
        }
        assertThat(hub.kept()).isEmpty();
    }

    @Test
    void tellsTheRoomTheStateSigned() throws Exception {
        assertThat(adapter.confirm(send(Reply.Kind.ACKNOWLEDGEMENT))).isEqualTo("s-1");
        assertThat(adapter.confirm(send(Reply.Kind.ANSWER))).isEqualTo("s-2");
        assertThat(room.heard())
                .extracting(state -> state.get("eventId") + " " + state.get("state") + " " + state.get("time"))
                .containsExactly("E1 received 2026-11-23T16:00:00+08:00", "E1 answered 2026-11-23T16:00:00+08:00");
    }

    @Test
    void tellsTheRoomsFaultsApart() throws Exception {
        room.answerNext(503, "");
        var busy = send(Reply.Kind.ANSWER);
        assertThatExceptionOfType(RemoteUnavailable.class).isThrownBy(() -> adapter.confirm(busy));
        room.answerNext(200, "{\"error\":\"unknown event\"}");
        var unknown = send(Reply.Kind.ANSWER);
        assertThatExceptionOfType(RemoteRejected.class).isThrownBy(() -> adapter.confirm(unknown));
        assertThat(room.heard()).isEmpty();
    }

    private Answer send(Reply.Kind kind) throws IOException, InterruptedException {
        var reply = new Reply(
                "r1",
                kind,
                "A20261123-000001",
                "token",
                "E1",
                Optional.empty(),
                "已处置。",
                List.of(),
                Optional.of("E1"),
                NOW,
                NOW);
        var call = ((Outgoing.ByCall) adapter.compose(reply)).call();
        var request = HttpRequest.newBuilder(call.url())
                .method(call.method(), BodyPublishers.ofByteArray(call.body().bytes()));
        call.headers().forEach(request::setHeader);
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(
                new Step.Ask(call, Cursor.START, ""),
                response.statusCode(),
                Map.of(),
                Payload.of(response.body()),
                NOW);
    }
}
