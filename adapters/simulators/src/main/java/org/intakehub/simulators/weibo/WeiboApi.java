package org.intakehub.simulators.weibo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The side of the platform that is called: lists by since_id and max_id, replies, media, the token's life; it can be told to fail. */
public final class WeiboApi implements AutoCloseable {
    private static final int LONGEST_REPLY = 300;
    private static final long TOKEN_SECONDS = 86_400L * 30;

    /** The lists of the platform, by the last words of their addresses. */
    public enum Listed {
        STATUS_MENTIONS("/2/statuses/mentions.json", "statuses"),
        COMMENT_MENTIONS("/2/comments/mentions.json", "comments"),
        COMMENTS_TO_ME("/2/comments/to_me.json", "comments");

        private final String path;
        private final String field;

        Listed(String path, String field) {
            this.path = path;
            this.field = field;
        }
    }

    /** A reply that was taken. */
    public record Sent(String receiver, String text) {
        @Override
        public String toString() {
            return "Sent[" + text.length() + " characters]";
        }
    }

    private final WeiboAccount account;
    private final HttpServer server;
    private final Map<Listed, ConcurrentSkipListMap<Long, Map<String, Object>>> lists = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Payload> media = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    private WeiboApi(WeiboAccount account, HttpServer server) {
        this.account = account;
        this.server = server;
    }

    /** Begins to answer on a free port of the loopback address. */
    public static WeiboApi start(WeiboAccount account) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var api = new WeiboApi(account, server);
        for (var listed : Listed.values()) {
            api.lists.put(listed, new ConcurrentSkipListMap<>());
            server.createContext(listed.path, exchange -> api.list(exchange, listed));
        }
        server.createContext("/2/messages/reply.json", api::reply);
        server.createContext("/2/mss/msget", api::media);
        server.createContext("/oauth2/get_token_info", api::token);
        server.start();
        return api;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next call is answered with this error_code, written as a number or, with quotes, as a text. */
    public void failNext(String errorCode) {
        faults.add(errorCode);
    }

    public void holds(Listed listed, long id, Map<String, Object> item) {
        lists.getOrDefault(listed, new ConcurrentSkipListMap<>()).put(id, item);
    }

    public void holds(String file, Payload content) {
        media.put(file, content);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Calls for lists so far. */
    public int calls() {
        return calls.get();
    }

    private void list(HttpExchange exchange, Listed listed) throws IOException {
        calls.incrementAndGet();
        var query = form(exchange.getRequestURI().getRawQuery());
        if (refused(exchange, query)) {
            return;
        }
        var since = Long.parseLong(query.getOrDefault("since_id", "0"));
        var before = Long.parseLong(query.getOrDefault("max_id", String.valueOf(Long.MAX_VALUE)));
        var most = Integer.parseInt(query.getOrDefault("count", "50"));
        var newestFirst = new ArrayList<>(lists.getOrDefault(listed, new ConcurrentSkipListMap<>())
                .subMap(since, false, before == 0 ? Long.MAX_VALUE : before, true)
                .descendingMap()
                .entrySet());
        var page = newestFirst.subList(0, Math.min(most, newestFirst.size()));
        var content = new LinkedHashMap<String, Object>();
        content.put(listed.field, page.stream().map(Map.Entry::getValue).toList());
        content.put("previous_cursor", 0);
        content.put(
                "next_cursor",
                page.size() < newestFirst.size() ? newestFirst.get(page.size()).getKey() : 0);
        content.put("total_number", newestFirst.size());
        answer(exchange, 200, JsonMapper.shared().writeValueAsString(content));
    }

    private void reply(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (refused(exchange, form)) {
            return;
        }
        var text = text(form.getOrDefault("data", ""));
        if (text.isEmpty() || text.codePointCount(0, text.length()) >= LONGEST_REPLY) {
            error(exchange, "20012");
            return;
        }
        sent.add(new Sent(form.getOrDefault("receiver_id", ""), text));
        answer(exchange, 200, "{\"result\":true}");
    }

    private static String text(String data) {
        try {
            return JsonMapper.shared().readTree(data).path("text").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private void media(HttpExchange exchange) throws IOException {
        var query = form(exchange.getRequestURI().getRawQuery());
        var content = media.get(query.getOrDefault("fid", ""));
        if (refused(exchange, query)) {
            return;
        }
        if (content == null) {
            error(exchange, "20003");
            return;
        }
        exchange.sendResponseHeaders(200, content.size());
        exchange.getResponseBody().write(content.bytes());
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!refused(exchange, form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)))) {
            answer(exchange, 200, "{\"uid\":" + account.id() + ",\"expire_in\":" + TOKEN_SECONDS + "}");
        }
    }

    private boolean refused(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        var fault = faults.poll();
        if (fault == null && !account.accessToken().value().equals(parameters.get("access_token"))) {
            fault = "21332";
        }
        if (fault != null) {
            error(exchange, fault);
        }
        return fault != null;
    }

    private static Map<String, String> form(String encoded) {
        var form = new TreeMap<String, String>();
        for (var part : encoded.split("&", -1)) {
            var pair = part.split("=", 2);
            form.put(pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8));
        }
        return form;
    }

    private static void error(HttpExchange exchange, String errorCode) throws IOException {
        answer(exchange, 403, "{\"request\":\"/2\",\"error_code\":" + errorCode + ",\"error\":\"refused\"}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
