package org.intakehub.simulators.urbanmanagement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site of digital urban management: hands out tokens, lists notices until they are signed for, keeps what it is told, and pushes cases
 * to the hub. It checks every token and can be told to fail.
 */
public final class UrbanPlatform implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PREFIX = "/v22-api/";

    /** A notice that waits for its signature. */
    private record Waiting(String id, String name, String data) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final TokenDesk desk;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private UrbanPlatform(HttpServer server, TokenDesk desk) {
        this.server = server;
        this.desk = desk;
    }

    /** Starts on a free port of loopback. */
    public static UrbanPlatform start(String clientId, Secret clientSecret) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var platform = new UrbanPlatform(server, new TokenDesk(clientId, clientSecret));
        server.setExecutor(platform.threads);
        server.createContext(PREFIX, platform::answer);
        server.start();
        return platform;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PREFIX);
    }

    /** Puts a notice on the list, the newest first. */
    public synchronized String announce(String name, String data) {
        var id = "N" + numbers.incrementAndGet();
        waiting.add(0, new Waiting(id, name, data));
        return id;
    }

    public synchronized int unsigned() {
        return waiting.size();
    }

    /** What it was told of cases, action and data. */
    public List<JsonNode> told() {
        return List.copyOf(told);
    }

    /** No token is valid any more. */
    public void forgetTokens() {
        desk.forgetAll();
    }

    /** The next calls for actions are answered 200, with an internal error. */
    public void failNext(int calls) {
        failures.set(calls);
    }

    /** Pushes a body to the hub, half a minute at most, and hands back what the hub answered. */
    public HttpResponse<String> push(URI hub, Secret token, String contentType, String body)
            throws IOException, InterruptedException {
        var shown = URLEncoder.encode(token.value(), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(hub + "?egova_openapi_token=" + shown))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var answer = decide(exchange, body).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private ObjectNode decide(HttpExchange exchange, byte[] body) {
        var path = exchange.getRequestURI().getPath().substring(PREFIX.length());
        try {
            return switch (path) {
                case "oauth/extras/openapi/pubkey" -> envelope(0, desk.publicKey());
                case "oauth/extras/openapi/client" -> login(JSON.readTree(body));
                case "openapi/v1/action" ->
                    desk.knows(token(exchange)) ? act(JSON.readTree(body)) : envelope(-400001, "auth");
                default -> envelope(-400004, "no such address");
            };
        } catch (JacksonException e) {
            return envelope(-400002, "not JSON");
        }
    }

    private static String token(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-EGOVA-Authorization"))
                .orElse("");
        return header.startsWith("Bearer ") ? header.substring(7) : query.replace("egova_openapi_token=", "");
    }

    private ObjectNode login(JsonNode asked) {
        var token = desk.grant(asked);
        if (token.isEmpty()) {
            return envelope(-400005, "client");
        }
        var answer = envelope(0, "");
        answer.putObject("result")
                .putObject("token")
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("refresh_token", "r-" + numbers.incrementAndGet())
                .put("expires_in", 7200)
                .put("scope", "openapi");
        return answer;
    }

    private synchronized ObjectNode act(JsonNode call) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return envelope(-500001, "internal");
        }
        var data = call.path("data");
        var missing = call.path("uid").asString("").isEmpty()
                || call.path("senderCode").asString("").isEmpty();
        if (missing || !data.isObject()) {
            return envelope(-400002, "parameters");
        }
        return switch (call.path("action").asString("")) {
            case "GET_NOTICE_INFO" -> list(data);
            case "NOTICE_SIGNING" -> sign(data.path("noticeList"));
            case "DISPOSE_FEEDBACK" -> tell(call, "disposeOpinion");
            case "SIGN" -> tell(call, "signTime");
            case "APPLY_POSTPONE", "APPLY_ROLLBACK", "APPLY_CANCEL" -> tell(call, "applyReason");
            case "REPLY_POSTPONE", "REPLY_ROLLBACK", "REPLY_CANCEL" -> tell(call, "replyResult");
            case "CHECK_FEEDBACK" -> tell(call, "checkOpinion");
            case "ARCHIVE" -> tell(call, "archiveTypeId");
            default -> envelope(-400004, "action");
        };
    }

    private ObjectNode list(JsonNode data) {
        var size = data.path("numPerPage").asInt(10);
        var named = waiting.stream()
                .filter(notice -> notice.name().equals(data.path("noticeName").asString("")))
                .toList();
        var answer = envelope(0, "");
        var result = answer.putObject("result");
        result.putObject("pageInfo").put("totalRecord", named.size());
        var list = result.putArray("resultList");
        named.stream()
                .skip((long) size * (data.path("curPage").asInt(1) - 1))
                .limit(size)
                .forEach(notice -> list.addObject().put("noticeId", notice.id()).put("noticeData", notice.data()));
        return answer;
    }

    private ObjectNode sign(JsonNode notices) {
        notices.forEach(one -> waiting.removeIf(
                notice -> notice.id().equals(one.path("noticeId").asString(""))));
        return envelope(0, "");
    }

    private ObjectNode tell(JsonNode call, String needed) {
        var data = call.path("data");
        if (data.path("caseId").asString("").isEmpty()
                || data.path(needed).asString("").isEmpty()) {
            return envelope(-400002, needed);
        }
        told.add(call);
        var answer = envelope(0, "");
        answer.putObject("result").put("recId", "R-" + data.path("caseId").asString());
        return answer;
    }

    private static ObjectNode envelope(int code, String message) {
        var envelope = JSON.createObjectNode();
        return envelope.put("success", code == 0)
                .put("code", code)
                .put("message", message)
                .put("hasError", code != 0);
    }
}
