package org.intakehub.adapter.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.simulators.wechat.WeChatAccount;
import org.intakehub.simulators.wechat.WeChatApi;
import org.intakehub.simulators.wechat.WeChatPusher;
import org.intakehub.simulators.wechat.WeChatPusher.Mode;
import org.intakehub.simulators.wechat.WeChatPushes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter and the platform's simulator over HTTP, with a hub between them that does only what the road does. */
@Timeout(60)
class WechatPlatformIT {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private final WeChatAccount account = WeChatAccount.invented();
    private final WeChatPushes pushes = new WeChatPushes(account, clock);
    private final List<IntakeMessage> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private WeChatApi api;
    private HttpServer hub;
    private Wechat wechat;
    private WeChatPusher pusher;

    @BeforeEach
    void start() throws IOException {
        api = WeChatApi.start(account, clock);
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pusher = new WeChatPusher(
                URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/channels/account/webhook"),
                account,
                clock);
        use(account.encodingAesKey().value());
        hub.createContext("/channels/account/webhook", exchange -> {
            var query = new TreeMap<String, List<String>>();
            for (var part : exchange.getRequestURI().getRawQuery().split("&", -1)) {
                var pair = part.split("=", 2);
                query.put(pair[0], List.of(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            }
            var body = Payload.of(exchange.getRequestBody().readAllBytes());
            var answer = answer(new Request(
                    Platform.SOURCE, exchange.getRequestMethod(), "webhook", query, Map.of(), body, clock.instant()));
            exchange.sendResponseHeaders(
                    answer.status(),
                    answer.body().isEmpty() ? -1 : answer.body().size());
            exchange.getResponseBody().write(answer.body().bytes());
            exchange.close();
        });
        hub.start();
    }

    private void use(String key) {
        wechat = new Wechat(Platform.settings(
                account.token().value(), key.isEmpty() ? null : key, account.appId(), null, null, api.address()));
    }

    private Response answer(Request request) {
        var outcome = wechat.receive(request);
        if (outcome instanceof Outcome.Handshake handshake) {
            return handshake.echo();
        }
        if (outcome instanceof Outcome.Accepted accepted) {
            taken.addAll(wechat.normalise(accepted.raw()));
            if (outages.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                return accepted.acknowledgement().orElseThrow();
            }
        }
        var status =
                outcome instanceof Outcome.Refused refused ? refused.reason().status() : 503;
        return new Response(status, "text/plain", Map.of(), Payload.of(new byte[0]));
    }

    @AfterEach
    void stop() {
        hub.stop(0);
        api.close();
    }

    @Test
    void passesThePlatformsCheckOfTheAddress() throws Exception {
        assertThat(pusher.isOurs("7346372910")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void takesInAPush(Mode mode) throws Exception {
        use(mode == Mode.PLAIN ? "" : account.encodingAesKey().value());
        assertThat(pusher.push(pushes.text("o-1", "路灯不亮"), mode).isTaken()).isTrue();
        assertThat(taken).extracting(IntakeMessage::text).containsExactly("路灯不亮");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void knowsAMessageThatIsPushedAgain(Mode mode) throws Exception {
        use(mode == Mode.PLAIN ? "" : account.encodingAesKey().value());
        outages.set(2);
        assertThat(pusher.push(pushes.text("o-1", "路灯不亮"), mode).tries()).isEqualTo(3);
        assertThat(pusher.push(pushes.event("o-1", "CLICK", "7"), mode).tries()).isEqualTo(1);
        assertThat(taken).hasSize(4);
        assertThat(taken.subList(0, 3))
                .extracting(IntakeMessage::key)
                .containsOnly(taken.get(0).key());
        assertThat(taken.get(3).automaticReason()).isPresent();
    }

    @Test
    void answersTheCitizenWithATokenThatIsFetchedAgainIfRefused() throws Exception {
        api.hears("o-1");
        var call = ((Outgoing.ByCall) wechat.compose(reply("已安排维修。"))).call();
        var token = token();
        api.forgetTokens();
        assertThat(wechat.refusesToken(make(wechat.authorise(call, token)))).isTrue();
        var answer = make(wechat.authorise(call, token()));
        assertThat(wechat.refusesToken(answer)).isFalse();
        assertThat(wechat.confirm(answer)).isEmpty();
        assertThat(api.sent()).hasSize(1);
        assertThat(api.sent().get(0).json()).contains("已安排维修。");
    }

    @Test
    void staysWithinTheLengthThatThePlatformTakes() throws Exception {
        api.hears("o-1");
        var call = ((Outgoing.ByCall) wechat.compose(reply("已安排维修。".repeat(500)))).call();
        assertThat(wechat.confirm(make(wechat.authorise(call, token())))).isEmpty();
    }

    @Test
    void handsAFinalNoToAPerson() throws Exception {
        var call = ((Outgoing.ByCall) wechat.compose(reply("已安排维修。"))).call();
        var answer = make(wechat.authorise(call, token()));
        assertThatExceptionOfType(RemoteRejected.class)
                .isThrownBy(() -> wechat.confirm(answer))
                .withMessageContaining("45015");
    }

    @Test
    void fetchesWhatACitizenSent() throws Exception {
        var photo = Payload.of(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
        api.holds("media-1", photo);
        pusher.push(pushes.image("o-1", "media-1"), Mode.ENCRYPTED);
        var linked = (Attachment.Linked) taken.get(0).attachments().get(0);
        var answer = make(wechat.authorise(Call.get(linked.url(), Map.of()), token()));
        assertThat(answer.body()).isEqualTo(photo);
    }

    private Secret token() throws IOException, InterruptedException {
        var login = wechat.login();
        return ((TokenAdapter.Login.Granted) wechat.proceed(make(login.call()))).token();
    }

    private Answer make(Call call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(call.url())
                .timeout(Duration.ofSeconds(10))
                .method(
                        call.method(),
                        HttpRequest.BodyPublishers.ofByteArray(call.body().bytes()));
        call.headers().forEach(request::header);
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        var ask = new Step.Ask(call, Cursor.START, "");
        return new Answer(ask, response.statusCode(), Map.of(), Payload.of(response.body()), clock.instant());
    }

    private Reply reply(String text) {
        var now = clock.instant();
        return new Reply(
                "r-1",
                Reply.Kind.ANSWER,
                "A-1",
                "token",
                "o-1",
                Optional.empty(),
                text,
                List.of(),
                Optional.empty(),
                now,
                now);
    }
}
