package org.intakehub.routes.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SourceId;
import org.jspecify.annotations.Nullable;

/** A servlet request on its way to becoming a {@link Request}: its address is read first, its body only up to a limit. */
record IncomingCall(String source, String path, HttpServletRequest servletRequest) {
    static final Response NOT_FOUND = new Response(
            404,
            "application/problem+json",
            Map.of(),
            Payload.of(
                    "{\"type\":\"about:blank\",\"status\":404,\"title\":\"Not Found\",\"detail\":\"there is no channel at this address; addresses begin with /channels/{source}/\"}",
                    UTF_8));

    private static final Pattern PATH = Pattern.compile("/([^/]+)/(.+)");

    /** Null if the address names nothing below a source, or the source's name cannot be one. */
    static @Nullable IncomingCall of(HttpServletRequest request) {
        var path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.matches() && canBeSource(path.group(1))
                ? new IncomingCall(path.group(1), path.group(2), request)
                : null;
    }

    /** What the caller said of the body's length in bytes, 0 if nothing. */
    long announcedSize() {
        return Math.max(0, servletRequest.getContentLengthLong());
    }

    /** The body, or null as soon as it turns out longer than the limit in bytes. */
    @Nullable
    Payload read(int limit) throws IOException {
        if (announcedSize() > limit) {
            return null;
        }
        var in = servletRequest.getInputStream();
        var known = (int) announcedSize();
        var body = new ByteArrayOutputStream(known > 0 ? known : 1024);
        var buffer = new byte[8192];
        for (int read; (read = in.read(buffer)) >= 0; ) {
            if (body.size() + read > limit) {
                return null;
            }
            body.write(buffer, 0, read);
        }
        return Payload.of(body.toByteArray());
    }

    Request request(Payload body, Instant now) {
        return new Request(new SourceId(source), servletRequest.getMethod(), path, query(), headers(), body, now);
    }

    private static boolean canBeSource(String name) {
        try {
            new SourceId(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Map<String, List<String>> headers() {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var name : Collections.list(servletRequest.getHeaderNames())) {
            headers.put(name, Collections.list(servletRequest.getHeaders(name)));
        }
        return headers;
    }

    /** Only of the address: asking the servlet would read a form out of the body. */
    private Map<String, List<String>> query() {
        var query = new TreeMap<String, List<String>>();
        var text = servletRequest.getQueryString();
        if (text == null) {
            return query;
        }
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
