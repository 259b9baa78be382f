package org.intakehub.deploy.hub;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/** Somebody who is logged in and looks at a hub's pages over HTTP, without a browser. */
public final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Visitor(int port) {
        this.port = port;
    }

    /** Logs in by the form, as everybody does. */
    public static Visitor of(int port, Administrator administrator) throws IOException, InterruptedException {
        var visitor = new Visitor(port);
        var token = CSRF.matcher(visitor.get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("the login page has no form");
        }
        visitor.logIn(administrator, token.group(1));
        return visitor;
    }

    private void logIn(Administrator administrator, String token) throws IOException, InterruptedException {
        var form = "username=" + encoded(administrator.username()) + "&password=" + encoded(administrator.password())
                + "&_csrf=" + encoded(token);
        var answer = client.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login")) {
            throw new IllegalStateException("the login was refused");
        }
    }

    /** The page at the address. */
    public String get(String path) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(address(path))
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a page answered " + answer.statusCode());
        }
        return Objects.requireNonNull(answer.body());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Visitor[" + port + "]";
    }
}
