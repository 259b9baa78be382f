package org.intakehub.adapter.governormailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.exchange.cipher.Signing;
import org.intakehub.exchange.order.SuperiorOrders;
import org.intakehub.simulators.superior.SuperiorPlatform;
import org.junit.jupiter.api.Test;

class GovernorMailboxOverHttpTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Secret KEY = new Secret("key-of-the-city");

    /** The example pair of GB/T 32918.5. */
    private static final Secret PRIVATE =
            new Secret("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");

    private static final String PUBLIC = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

    private static SuperiorOrders adapter(SuperiorPlatform platform, Signing signing) {
        var settings = GovernorMailboxContractTest.at(platform.base(), signing);
        return (SuperiorOrders) new GovernorMailboxProvider().adapter(new SourceId("province"), settings);
    }

    private static Signing hmac(Secret key) {
        return new Signing(Signing.Kind.HMAC_SM3, "city", key, null, null, "X-");
    }

    private static Answer called(SuperiorOrders adapter, Step.Ask ask, Instant at) {
        Call call = adapter.sign(ask.call(), at);
        var request = HttpRequest.newBuilder(call.url()).timeout(Duration.ofSeconds(10));
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()));
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(ask, response.statusCode(), Map.of(), Payload.of(response.body()), at);
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
            step = adapter.next(called(adapter, ask, NOW));
        }
        return (Step.Found) step;
    }

    private static List<String> drain(SuperiorOrders adapter) {
        var keys = new ArrayList<String>();
        var found = find(adapter, Cursor.START);
        while (found.more()) {
            found.raws()
                    .forEach(raw -> keys.add(adapter.normalise(raw).get(0).key().value()));
            found = find(adapter, found.next());
        }
        return keys;
    }

    private static void handsOverAndIsTold(SuperiorPlatform platform, SuperiorOrders adapter) {
        for (var i = 1; i <= 7; i++) {
            platform.board().announce("REPORT_NOTICE", Superior.order("C" + i));
        }
        find(adapter, Cursor.START);
        assertThat(platform.board().unsigned())
                .as("nothing is signed for before the cursor is saved")
                .isEqualTo(7);
        assertThat(drain(adapter)).hasSize(7).doesNotHaveDuplicates();
        assertThat(platform.board().unsigned()).isZero();

        var call = ((Outgoing.ByCall) adapter.compose(answer())).call();
        var confirmed = adapter.confirm(called(adapter, new Step.Ask(call, Cursor.START, ""), NOW));
        assertThat(confirmed).isEqualTo("S-1");
        assertThat(platform.board()
                        .told()
                        .get(0)
                        .path("data")
                        .path("disposeOpinion")
                        .asString())
                .isEqualTo("已办结。");
    }

    private static Reply answer() {
        return new Reply(
                "reply-1",
                Reply.Kind.ANSWER,
                "A1",
                "token",
                "C1",
                Optional.empty(),
                "已办结。",
                List.of(),
                Optional.of("C1"),
                NOW,
                NOW);
    }

    @Test
    void worksWithoutAnyProof() throws IOException {
        try (var platform = SuperiorPlatform.open()) {
            handsOverAndIsTold(platform, adapter(platform, Signing.NONE));
        }
    }

    @Test
    void worksWithAnApiKey() throws IOException {
        try (var platform = SuperiorPlatform.withApiKey(KEY)) {
            handsOverAndIsTold(
                    platform, adapter(platform, new Signing(Signing.Kind.API_KEY, "", KEY, null, null, "X-")));
        }
    }

    @Test
    void worksWithHmacSm3() throws IOException {
        try (var platform = SuperiorPlatform.withHmacSm3("city", KEY, CLOCK)) {
            handsOverAndIsTold(platform, adapter(platform, hmac(KEY)));
        }
    }

    @Test
    void worksWithSm2AndSm4() throws IOException {
        try (var platform = SuperiorPlatform.sealed("city", PUBLIC, CLOCK)) {
            var signing = new Signing(Signing.Kind.SM2_SM4, "city", null, PRIVATE, platform.publicKey(), "X-");
            handsOverAndIsTold(platform, adapter(platform, signing));
        }
    }

    @Test
    void aWrongKeyOrAStaleSignatureIsForAPerson() throws IOException {
        try (var platform = SuperiorPlatform.withHmacSm3("city", KEY, CLOCK)) {
            var forged = adapter(platform, hmac(new Secret("key-of-a-stranger")));
            assertThatThrownBy(() -> find(forged, Cursor.START)).isInstanceOf(RemoteRejected.class);
            var late = adapter(platform, hmac(KEY));
            var ask = (Step.Ask) late.start(Cursor.START);
            assertThatThrownBy(() -> late.next(called(late, ask, NOW.plusSeconds(400))))
                    .isInstanceOf(RemoteRejected.class);
        }
    }

    @Test
    void aFaultPassesAndNothingIsLost() throws IOException {
        try (var platform = SuperiorPlatform.open()) {
            var adapter = adapter(platform, Signing.NONE);
            platform.board().announce("REPORT_NOTICE", Superior.order("C1"));
            platform.board().failNext(1);
            assertThatThrownBy(() -> find(adapter, Cursor.START)).isInstanceOf(RemoteUnavailable.class);
            assertThat(drain(adapter)).containsExactly("C1");
        }
    }
}
