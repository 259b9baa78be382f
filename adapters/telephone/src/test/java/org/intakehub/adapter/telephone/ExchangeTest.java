package org.intakehub.adapter.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.adapter.testkit.LoopbackHub;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.WebhookAdapter;
import org.intakehub.simulators.telephone.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final Instant NOW = AdapterUnderTest.NOW;

    private Exchange exchange;

    @BeforeEach
    void start() throws IOException {
        exchange = Exchange.start(Switches.KEY);
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    @Test
    void pushesARingByGetAndTheWholeCallByPost() throws Exception {
        var adapter = (WebhookAdapter) new TelephoneProvider().adapter(AdapterUnderTest.SOURCE, Switches.pushing());
        try (var hub = LoopbackHub.before(adapter, Clock.fixed(NOW, ZoneOffset.UTC))) {
            var webhook = hub.base().resolve("webhook");
            assertThat(exchange.popUp(webhook, "13900000023", "2026-11-23 10:32:00", "8001"))
                    .isEqualTo(202);
            hub.failNext(1);
            assertThat(exchange.tell(webhook, Map.of("callId", "c-1", "event", "MISSED", "ani", "0086 13900000023")))
                    .isEqualTo(503);
            assertThat(exchange.tell(webhook, Map.of("callId", "c-1", "event", "MISSED", "ani", "0086 13900000023")))
                    .isEqualTo(202);
            assertThat(hub.messages()).extracting(IntakeMessage::title).containsExactly("来电", "未接来电，请回拨");
            assertThat(hub.messages().get(0).key().value()).isEqualTo("call-bc0e2f836fe308e2883943f7|RING");
            assertThat(hub.messages().get(1).citizen().phones()).containsExactly("13900000023");
            assertThat(hub.kept().get(0).body().toString()).doesNotContain(Switches.KEY.value());
        }
    }

    @Test
    void aSwitchWithAnotherKeyIsNotHeard() throws Exception {
        var adapter = (WebhookAdapter) new TelephoneProvider().adapter(AdapterUnderTest.SOURCE, Switches.pushing());
        try (var hub = LoopbackHub.before(adapter, Clock.fixed(NOW, ZoneOffset.UTC));
                var stranger = Exchange.start(new Secret("another-key"))) {
            assertThat(stranger.popUp(hub.base().resolve("webhook"), "1", "2026-11-23 10:32:00", "8001"))
                    .isEqualTo(401);
            assertThat(hub.kept()).isEmpty();
        }
    }

    @Test
    void isAskedForThePresentEventOfEachAgent() throws Exception {
        var adapter = asked();
        exchange.show("8001", "13900000001", "u-1", "RING");
        exchange.show("8003", "13900000003", "u-3", "RING");
        var seen = round(adapter, Cursor.START);
        exchange.show("8001", "13900000001", "u-1", "ANSWER");
        var later = round(adapter, seen.next());
        assertThat(keys(adapter, seen)).containsExactly("u-1|RING", "u-3|RING");
        assertThat(keys(adapter, later)).containsExactly("u-1|ANSWER");
    }

    @Test
    void tellsTheSwitchsFaultsApart() {
        var adapter = asked();
        exchange.failNext(200, "{\"code\":-1}");
        assertThatExceptionOfType(RemoteUnavailable.class).isThrownBy(() -> round(adapter, Cursor.START));
        exchange.failNext(403, "");
        assertThatExceptionOfType(RemoteRejected.class).isThrownBy(() -> round(adapter, Cursor.START));
    }

    private PollingAdapter asked() {
        return (PollingAdapter)
                new TelephoneProvider().adapter(AdapterUnderTest.SOURCE, Switches.asked(exchange.base()));
    }

    private static List<String> keys(PollingAdapter adapter, Step.Found found) {
        return found.raws().stream()
                .flatMap(raw -> adapter.normalise(raw).stream())
                .map(message -> message.key().value())
                .toList();
    }

    private static Step.Found round(PollingAdapter adapter, Cursor from) throws IOException, InterruptedException {
        var raws = new ArrayList<RawMessage>();
        var cursor = from;
        while (true) {
            var ask = (Step.Ask) adapter.start(cursor);
            var found = (Step.Found) adapter.next(made(ask));
            raws.addAll(found.raws());
            cursor = found.next();
            if (!found.more()) {
                return new Step.Found(raws, cursor, false);
            }
        }
    }

    private static Answer made(Step.Ask ask) throws IOException, InterruptedException {
        Call call = ask.call();
        var request = HttpRequest.newBuilder(call.url()).GET();
        call.headers().forEach(request::setHeader);
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(ask, response.statusCode(), Map.of(), Payload.of(response.body()), NOW);
    }
}
