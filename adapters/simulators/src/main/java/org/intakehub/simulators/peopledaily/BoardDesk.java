package org.intakehub.simulators.peopledaily;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers calls of all three interfaces as a board that is well does. */
record BoardDesk(Threads threads, SignatureCheck signatures) {
    void answer(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/v1/threads/list/df", "/v1/threads/list/bw", "/v1/threads/content" ->
                send(exchange, 200, "application/json", signed(path, body));
            case "/threads/queryThreadsList" -> form(exchange, new String(body, UTF_8));
            case "/threads/list" -> {
                exchange.getResponseHeaders().add("Set-Cookie", "__jsluid_s=a1; Max-Age=31536000; Path=/");
                exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=b2; Path=/; HttpOnly");
                var fid = query(exchange.getRequestURI().getRawQuery()).getOrDefault("fid", "");
                send(exchange, 200, "text/html;charset=UTF-8", BoardPages.forum(threads.page(fid, Long.MAX_VALUE, 10)));
            }
            case "/threads/content" -> {
                var tid = query(exchange.getRequestURI().getRawQuery()).getOrDefault("tid", "0");
                var page =
                        threads.get(Long.parseLong(tid)).map(BoardPages::thread).orElse("<html></html>");
                send(exchange, 200, "text/html;charset=UTF-8", page);
            }
            default -> send(exchange, 404, "text/html", "");
        }
    }

    private String signed(String path, byte[] body) {
        var found = signatures.parameters(path, body);
        if (found.isEmpty()) {
            return BoardJson.refusal();
        }
        var param = found.get();
        if (path.endsWith("/content")) {
            return threads.get(param.path("tid").asLong(0))
                    .map(BoardJson::signedThread)
                    .orElseGet(BoardJson::refusal);
        }
        var behind = param.path("lastItem").asString("");
        var below = behind.isEmpty() ? Long.MAX_VALUE : Long.parseLong(behind);
        return BoardJson.signedList(threads.page(
                param.path("fid").asString(""), below, param.path("rows").asInt(10)));
    }

    private void form(HttpExchange exchange, String body) throws IOException {
        var headers = exchange.getRequestHeaders();
        if (!exchange.getRequestMethod().equals("POST")) {
            send(exchange, 405, "text/html", "");
        } else if (headers.getFirst("Referer") == null
                || !"XMLHttpRequest".equals(headers.getFirst("X-Requested-With"))) {
            send(exchange, 403, "text/html", "");
        } else {
            var form = query(body);
            var behind = Long.parseLong(form.getOrDefault("lastItem", "0"));
            var page = threads.page(
                    form.getOrDefault("fid", ""),
                    behind == 0 ? Long.MAX_VALUE : behind,
                    Integer.parseInt(form.getOrDefault("pageSize", "20")));
            send(exchange, 200, "application/json", BoardJson.formList(page));
        }
    }

    private static Map<String, String> query(String text) {
        var query = new TreeMap<String, String>();
        Stream.of(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return query;
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
