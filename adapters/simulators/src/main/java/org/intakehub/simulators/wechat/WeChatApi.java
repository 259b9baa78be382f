package org.intakehub.simulators.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The side of the platform that is called: stable tokens, customer-service and other messages, media; it can be told to fail. */
public final class WeChatApi implements AutoCloseable {
    private static final int LONGEST_TEXT = 2048;
    private static final Duration WINDOW = Duration.ofDays(2);
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(access_token|media_id)=([^&]*)");

    /**
     * A message that was taken.
     *
     * @param way last word of the address it was sent to
     */
    public record Sent(String way, String openId, String json) {
        @Override
        public String toString() {
            return "Sent[" + way + "]";
        }
    }

    private final WeChatAccount account;
    private final Clock clock;
    private final HttpServer server;
    private final AtomicInteger tokens = new AtomicInteger();
    private final ConcurrentLinkedQueue<Integer> faults = new ConcurrentLinkedQueue<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final Map<String, Payload> media = new ConcurrentHashMap<>();

    private WeChatApi(WeChatAccount account, Clock clock, HttpServer server) {
        this.account = account;
        this.clock = clock;
        this.server = server;
    }

    /** Begins to answer on a free port of the loopback address. */
    public static WeChatApi start(WeChatAccount account, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var api = new WeChatApi(account, clock, server);
        server.createContext("/cgi-bin/stable_token", api::token);
        server.createContext("/cgi-bin/message/", api::message);
        server.createContext("/cgi-bin/media/get", api::media);
        server.start();
        return api;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next call that bears a token is answered with this errcode. */
    public void failNext(int errcode) {
        faults.add(errcode);
    }

    /** Every token that was given out is refused from now on. */
    public void forgetTokens() {
        tokens.incrementAndGet();
    }

    /** A citizen wrote now, so that customer-service messages may be sent for 48 hours. */
    public void hears(String openId) {
        heard.put(openId, clock.instant());
    }

    public void holds(String mediaId, Payload content) {
        media.put(mediaId, content);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = body(exchange);
        if (!asked.path("appid").asString("").equals(account.appId())) {
            error(exchange, 40013);
        } else if (!asked.path("secret").asString("").equals(account.appSecret().value())) {
            error(exchange, 40125);
        } else {
            answer(exchange, "{\"access_token\":\"" + valid() + "\",\"expires_in\":7200}");
        }
    }

    private String valid() {
        return "stable-token-" + tokens.get();
    }

    private void message(HttpExchange exchange) throws IOException {
        var message = body(exchange);
        var openId = message.path("touser").asString("");
        var way = exchange.getRequestURI().getPath().replaceFirst(".*/message/([a-z]+)/.*", "$1");
        var refusal = refusal(exchange);
        if (refusal == 0 && way.equals("custom")) {
            refusal = customRefusal(openId, message.path("text").path("content").asString(""));
        }
        if (refusal != 0) {
            error(exchange, refusal);
            return;
        }
        sent.add(new Sent(way, openId, message.toString()));
        answer(
                exchange,
                "{\"errcode\":0,\"errmsg\":\"ok\"" + (way.equals("custom") ? "}" : ",\"msgid\":" + sent.size() + "}"));
    }

    private int customRefusal(String openId, String text) {
        var last = heard.get(openId);
        if (last == null || last.plus(WINDOW).isBefore(clock.instant())) {
            return 45015;
        }
        return text.getBytes(UTF_8).length > LONGEST_TEXT ? 45002 : 0;
    }

    private int refusal(HttpExchange exchange) {
        var fault = faults.poll();
        if (fault != null) {
            return fault;
        }
        return parameter(exchange, "access_token").equals(valid()) ? 0 : 42001;
    }

    private void media(HttpExchange exchange) throws IOException {
        var refusal = refusal(exchange);
        var content = media.get(parameter(exchange, "media_id"));
        if (refusal != 0 || content == null) {
            error(exchange, refusal == 0 ? 40007 : refusal);
            return;
        }
        exchange.getResponseHeaders().set("content-type", "image/jpeg");
        write(exchange, content.bytes());
    }

    private static String parameter(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        return PARAMETER
                .matcher(query == null ? "" : query)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> URLDecoder.decode(found.group(2), UTF_8))
                .findFirst()
                .orElse("");
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        try {
            return JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static void error(HttpExchange exchange, int errcode) throws IOException {
        answer(exchange, "{\"errcode\":" + errcode + ",\"errmsg\":\"refused\"}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json; encoding=utf-8");
        write(exchange, json.getBytes(UTF_8));
    }

    private static void write(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
