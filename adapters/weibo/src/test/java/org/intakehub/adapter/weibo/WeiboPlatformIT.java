package org.intakehub.adapter.weibo;

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
import java.util.ArrayList;
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
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.simulators.weibo.WeiboAccount;
import org.intakehub.simulators.weibo.WeiboApi;
import org.intakehub.simulators.weibo.WeiboApi.Listed;
import org.intakehub.simulators.weibo.WeiboPusher;
import org.intakehub.simulators.weibo.WeiboWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The adapter and the platform's simulator over HTTP, with a hub between them that does only what the road does. */
@Timeout(60)
class WeiboPlatformIT {
    private static final long CITIZEN = 9_007_199_254_740_993L;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private final WeiboAccount account = WeiboAccount.invented();
    private final WeiboWords words = new WeiboWords(account, clock);
    private final List<IntakeMessage> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private WeiboApi api;
    private HttpServer hub;
    private Weibo weibo;
    private WeiboPusher pusher;

    @BeforeEach
    void start() throws IOException {
        api = WeiboApi.start(account);
        weibo = new Weibo(Platform.SOURCE, Platform.settings(api.address(), 96, 3, PolledList.values()), clock);
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var address = "http://127.0.0.1:" + hub.getAddress().getPort() + "/channels/weibo/webhook";
        pusher = new WeiboPusher(URI.create(address), account, clock);
        hub.createContext("/channels/weibo/webhook", exchange -> {
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

    private Response answer(Request request) {
        var outcome = weibo.receive(request);
        if (outcome instanceof Outcome.Handshake handshake) {
            return handshake.echo();
        }
        if (outcome instanceof Outcome.Accepted accepted) {
            taken.addAll(weibo.normalise(accepted.raw()));
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

    @Test
    void knowsAMessageThatIsPushedAgain() throws Exception {
        outages.set(2);
        var pushed = pusher.push(words.text(CITIZEN, "路灯不亮"));
        assertThat(pushed.tries()).isEqualTo(3);
        assertThat(pushed.answer()).isEmpty();
        assertThat(taken)
                .extracting(IntakeMessage::key)
                .hasSize(3)
                .containsOnly(taken.get(0).key());
    }

    @Test
    void parksEvents() throws Exception {
        pusher.push(words.event(CITIZEN, "follow"));
        assertThat(taken).allMatch(message -> message.automaticReason().isPresent());
    }

    @Test
    void findsAllThatIsListedOnceAndKnowsWhatWasPushed() throws Exception {
        for (var id = 1L; id <= 7; id++) {
            api.holds(Listed.STATUS_MENTIONS, CITIZEN + id, words.status(CITIZEN + id, 7, "@城市 路灯" + id));
        }
        var status = words.status(1, account.id(), "停水通知");
        api.holds(Listed.COMMENTS_TO_ME, CITIZEN + 9, words.comment(CITIZEN + 9, 8, "我家没水", status));
        pusher.push(words.mention(7, "@城市 路灯7", "status", CITIZEN + 7));
        var found = round(Cursor.START);
        assertThat(found).hasSize(8);
        assertThat(found.stream().flatMap(raw -> weibo.normalise(raw).stream()))
                .extracting(IntakeMessage::key)
                .doesNotHaveDuplicates()
                .contains(taken.get(0).key());
        assertThat(api.calls()).isEqualTo(5);
    }

    private List<RawMessage> round(Cursor from) throws Exception {
        var raws = new ArrayList<RawMessage>();
        var cursor = from;
        boolean more;
        do {
            var step = weibo.start(cursor);
            if (step instanceof Step.Ask ask) {
                step = weibo.next(answered(ask));
            }
            var found = (Step.Found) step;
            raws.addAll(found.raws());
            cursor = found.next();
            more = found.more();
        } while (more);
        return raws;
    }

    private Answer answered(Step.Ask ask) throws Exception {
        var answer = make(weibo.authorise(ask.call(), token()));
        return new Answer(ask, answer.status(), answer.headers(), answer.body(), answer.receivedAt());
    }

    @Test
    void waitsWhenTheQuotaIsUsedUp() throws Exception {
        var ask = (Step.Ask) weibo.start(Cursor.START);
        var token = token();
        api.failNext("\"10023\"");
        var answer = make(weibo.authorise(ask.call(), token));
        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(
                        () -> weibo.next(new Answer(ask, answer.status(), Map.of(), answer.body(), clock.instant())));
    }

    @Test
    void repliesWithinTheLengthThatThePlatformTakes() throws Exception {
        var call = ((Outgoing.ByCall) weibo.compose(reply("已安排维修。".repeat(100)))).call();
        assertThat(weibo.confirm(make(weibo.authorise(call, token())))).isEmpty();
        assertThat(api.sent()).hasSize(1);
        assertThat(api.sent().get(0).receiver()).isEqualTo(String.valueOf(CITIZEN));
    }

    @Test
    void knowsATokenThatRanOut() throws Exception {
        var call = ((Outgoing.ByCall) weibo.compose(reply("好"))).call();
        var answer = make(weibo.authorise(call, new Secret("a token of yesterday")));
        assertThat(weibo.refusesToken(answer)).isTrue();
        api.failNext("21327");
        assertThatExceptionOfType(RemoteRejected.class).isThrownBy(this::token);
    }

    @Test
    void fetchesWhatACitizenSent() throws Exception {
        var photo = Payload.of(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
        api.holds("821804000002", photo);
        pusher.push(words.image(CITIZEN, 821_804_000_002L));
        var linked = (Attachment.Linked) taken.get(0).attachments().get(0);
        assertThat(make(weibo.authorise(Call.get(linked.url(), Map.of()), token()))
                        .body())
                .isEqualTo(photo);
    }

    private Secret token() throws IOException, InterruptedException {
        var login = weibo.login();
        return ((TokenAdapter.Login.Granted) weibo.proceed(make(login.call()))).token();
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
                String.valueOf(CITIZEN),
                Optional.empty(),
                text,
                List.of(),
                Optional.empty(),
                now,
                now);
    }
}
