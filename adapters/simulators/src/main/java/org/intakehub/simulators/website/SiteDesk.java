package org.intakehub.simulators.website;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers calls as a site that is well does, on whatever platform the address belongs to. */
record SiteDesk(SiteLetters letters) {
    static final String TOKEN = "k9-csrf";
    static final String COOKIES = "XSRF-TOKEN=x1; szxx_session=s1";

    private static final int CMS_PAGE = 5;

    void answer(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = query(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
        switch (path) {
            case "/IGI/nbhd/openGovmsgbox.do" -> trs(exchange, query);
            case "/hdjlpt/published" -> {
                exchange.getResponseHeaders().add("Set-Cookie", "szxx_session=s1; path=/; httponly");
                exchange.getResponseHeaders()
                        .add("Set-Cookie", "XSRF-TOKEN=x1; expires=Wed, 25-Nov-2026 10:00:00 GMT; path=/");
                html(exchange, "<html><script>var _CSRF = '" + TOKEN + "';</script></html>");
            }
            case "/hdjlpt/letter/pubList" -> hdjlpt(exchange, query(new String(body, UTF_8)));
            case "/jact/front/mailpublist.do" ->
                html(exchange, SitePages.jactList(letters.page(number(query, "page", 1) - 1, CMS_PAGE)));
            case "/jact/front/mailpubdetail.do" -> jact(exchange, number(query, "transactId", 0));
            default -> cms(exchange, path);
        }
    }

    private void trs(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (exchange.getRequestHeaders().getFirst("Referer") == null) {
            send(exchange, 403, "text/html", new byte[0]);
        } else if (!"listGovmsgboxs".equals(query.get("method"))) {
            json(exchange, "{\"statusCode\":500,\"message\":\"error\"}");
        } else {
            json(
                    exchange,
                    SiteJson.trs(letters.page(number(query, "pageIndex", 1) - 1, number(query, "pageSize", 15))));
        }
    }

    private void hdjlpt(HttpExchange exchange, Map<String, String> form) throws IOException {
        var headers = exchange.getRequestHeaders();
        if (!TOKEN.equals(headers.getFirst("X-CSRF-TOKEN")) || !COOKIES.equals(headers.getFirst("Cookie"))) {
            send(exchange, 419, "text/html", new byte[0]);
            return;
        }
        var limit = number(form, "limit", 20);
        json(exchange, SiteJson.hdjlpt(letters.page(number(form, "offset", 0) / limit, limit)));
    }

    private void jact(HttpExchange exchange, int id) throws IOException {
        var letter = letters.get(id);
        if (letter.isEmpty()) {
            exchange.getResponseHeaders().set("Location", "/jact/front/mailpublist.do?sysid=52");
            send(exchange, 302, "text/html", new byte[0]);
        } else {
            html(exchange, SitePages.jactLetter(letter.get()));
        }
    }

    private void cms(HttpExchange exchange, String path) throws IOException {
        var number = path.replaceAll("[^0-9]", "");
        var letter = letters.get(path.startsWith("/hd/letters/") ? Integer.parseInt("0" + number) : 0);
        if (path.startsWith("/hd/list/")) {
            national(exchange, SitePages.cmsList(letters.page(Integer.parseInt("0" + number), CMS_PAGE)));
        } else if (letter.isPresent()) {
            national(exchange, SitePages.cmsLetter(letter.get()));
        } else {
            send(exchange, 404, "text/html", new byte[0]);
        }
    }

    private static int number(Map<String, String> query, String name, int otherwise) {
        return Integer.parseInt(query.getOrDefault(name, String.valueOf(otherwise)));
    }

    private static Map<String, String> query(String text) {
        var query = new TreeMap<String, String>();
        Stream.of(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return query;
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, "application/json;charset=UTF-8", text.getBytes(UTF_8));
    }

    private static void html(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, "text/html;charset=UTF-8", text.getBytes(UTF_8));
    }

    private static void national(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, "text/html", text.getBytes(Charset.forName("GB18030")));
    }

    static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
