package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;

/** Calls changed in one place, as forgers and broken senders do. */
final class Calls {
    private static final int PLACES = 256;

    private Calls() {}

    static boolean has(Request call, String part) {
        return call.header(part).or(() -> call.parameter(part)).isPresent();
    }

    static String part(Request call, String part) {
        return call.header(part)
                .or(() -> call.parameter(part))
                .orElseThrow(() -> new AssertionError("the signed call has no " + part + ", which proof() names"));
    }

    static Request without(Request call, String part) {
        return changed(call, part, values -> List.of());
    }

    static Request twice(Request call, String part) {
        return changed(call, part, values -> List.of(values.get(0), values.get(0)));
    }

    static Request with(Request call, String part, String value) {
        return changed(call, part, values -> List.of(value));
    }

    static Request with(Request call, Payload body) {
        return new Request(
                call.source(), call.method(), call.path(), call.query(), call.headers(), body, call.receivedAt());
    }

    static Request at(Request call, Instant receivedAt) {
        return new Request(
                call.source(), call.method(), call.path(), call.query(), call.headers(), call.body(), receivedAt);
    }

    /** The value with one character changed, for each of its characters, and cut short or grown. */
    static Stream<String> forged(String value) {
        var forged = new ArrayList<String>();
        for (var at = 0; at < value.length(); at++) {
            var other = (char) (value.charAt(at) ^ 1);
            forged.add(value.substring(0, at) + other + value.substring(at + 1));
        }
        forged.add("");
        forged.add(value + "0");
        forged.add("0" + value);
        forged.add(value.substring(0, value.length() / 2));
        return forged.stream();
    }

    /** The body with one bit flipped, in as many places as time allows, and cut short or grown. */
    static Stream<Payload> forged(Payload body) {
        var forged = new ArrayList<Payload>();
        var length = body.size();
        for (var i = 0; i < Math.min(PLACES, length); i++) {
            var bytes = body.bytes();
            var place = (int) ((long) (length - 1) * i / Math.max(1, Math.min(PLACES, length) - 1));
            bytes[place] ^= (byte) (1 << (i % 8));
            forged.add(Payload.of(bytes));
        }
        forged.add(Payload.of(Arrays.copyOf(body.bytes(), length + 1)));
        forged.add(Payload.of(Arrays.copyOf(body.bytes(), length / 2)));
        forged.add(Payload.of(new byte[0]));
        return forged.stream();
    }

    /** Calls that no platform makes. */
    static Stream<Request> odd(Request call, List<String> parts) {
        var odd = new ArrayList<Request>();
        var nothing = Payload.of(new byte[0]);
        for (var method : List.of("GET", "OPTIONS", "TRACE", "")) {
            odd.add(new Request(call.source(), method, call.path(), Map.of(), Map.of(), nothing, call.receivedAt()));
        }
        for (var part : parts) {
            for (var value : List.of("", " ", "\u0000", "路灯", ",", "-1", "9".repeat(400), "=".repeat(70_000))) {
                odd.add(with(call, part, value));
            }
        }
        return odd.stream();
    }

    static String utf8(Payload body) {
        return body.text(StandardCharsets.UTF_8);
    }

    // no values left means no header
    private static Request changed(Request call, String part, UnaryOperator<List<String>> change) {
        var name = part.toLowerCase(Locale.ROOT);
        var headers = new TreeMap<>(call.headers());
        var query = new TreeMap<>(call.query());
        if (headers.containsKey(name)) {
            headers.put(name, change.apply(headers.getOrDefault(name, List.of())));
        } else {
            query.put(part, change.apply(query.getOrDefault(part, List.of())));
        }
        headers.values().removeIf(List::isEmpty);
        query.values().removeIf(List::isEmpty);
        return new Request(call.source(), call.method(), call.path(), query, headers, call.body(), call.receivedAt());
    }
}
