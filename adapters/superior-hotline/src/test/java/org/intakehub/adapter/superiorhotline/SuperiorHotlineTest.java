package org.intakehub.adapter.superiorhotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.exchange.cipher.Signing;
import org.intakehub.exchange.order.SuperiorOrders;
import org.intakehub.simulators.superior.SuperiorPlatform;
import org.junit.jupiter.api.Test;

class SuperiorHotlineTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Secret KEY = new Secret("key-of-the-city");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway") // the binder of properties passes null for what is not set
    private static SuperiorOrders ofFiles() {
        return adapter(new SuperiorHotlineSettings(null, null, null, null, null));
    }

    private static SuperiorOrders adapter(SuperiorHotlineSettings settings) {
        return (SuperiorOrders) new SuperiorHotlineProvider().adapter(new SourceId("hotline"), settings);
    }

    private static List<IntakeMessage> csv(String text) {
        return ofFiles()
                .normalise(new RawMessage(
                        new ChannelId("superior-hotline"),
                        new SourceId("hotline"),
                        "file-1",
                        NOW,
                        Map.of("file-name", "a.csv"),
                        Payload.of(text, StandardCharsets.UTF_8),
                        SignatureStatus.ENTERED));
    }

    private static Answer called(SuperiorOrders adapter, Step.Ask ask) {
        var call = adapter.sign(ask.call(), NOW);
        var request = HttpRequest.newBuilder(call.url()).timeout(Duration.ofSeconds(10));
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()));
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(ask, response.statusCode(), Map.of(), Payload.of(response.body()), NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Step.Found find(SuperiorOrders adapter, Cursor from) {
        var step = adapter.start(from);
        while (step instanceof Step.Ask ask) {
            step = adapter.next(called(adapter, ask));
        }
        return (Step.Found) step;
    }

    @Test
    void readsTheCodesOfHotlinesAndKeepsWhatItDoesNotKnow() {
        var messages = csv("工单编号,内容,来源,工单类型\n1,停水,12,4\n2,停电,10,1\n3,停气,99,99\n");
        assertThat(messages)
                .extracting(message -> message.extras().get("origin"))
                .containsExactly("省12345", "微信", "99");
        assertThat(messages)
                .extracting(message -> message.extras().get("appealType"))
                .containsExactly("投诉", "咨询", "99");
    }

    @Test
    void withoutAnInterfaceNothingIsAskedAndAPersonAnswers() {
        var reply = new Reply(
                "r-1",
                Reply.Kind.ANSWER,
                "A1",
                "token",
                "RX-1",
                Optional.empty(),
                "已办结。",
                List.of(),
                Optional.of("RX-1"),
                NOW,
                NOW);
        assertThat(ofFiles().start(Cursor.START)).isEqualTo(new Step.Found(List.of(), Cursor.START, false));
        var byHand = (Outgoing.ByHand) ofFiles().compose(reply);
        assertThat(byHand.instruction()).contains("RX-1");
        assertThat(byHand.text()).isEqualTo("已办结。");
    }

    @Test
    void pullsAndSignsFromTheHotlinesPlatform() throws IOException {
        try (var platform = SuperiorPlatform.withApiKey(KEY)) {
            var signing = new Signing(Signing.Kind.API_KEY, "", KEY, null, null, "X-");
            var adapter = adapter(SuperiorHotlineContractTest.at(platform.base(), signing));
            platform.board().announce("REPORT_NOTICE", Superior.order("C1"));
            platform.board().announce("REPORT_NOTICE", Superior.order("C2"));

            var keys = new ArrayList<String>();
            var found = find(adapter, Cursor.START);
            assertThat(platform.board().unsigned()).isEqualTo(2);
            found.raws()
                    .forEach(raw -> keys.add(adapter.normalise(raw).get(0).key().value()));
            found = find(adapter, found.next());

            assertThat(keys).containsExactlyInAnyOrder("C1", "C2");
            assertThat(found.more()).isFalse();
            assertThat(platform.board().unsigned()).isZero();
        }
    }
}
