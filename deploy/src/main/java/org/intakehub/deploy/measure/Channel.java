package org.intakehub.deploy.measure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.WebhookAdapter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A source of one channel with settings as the gateway reads them, and the calls that a platform makes to it. */
final class Channel {
    private static final SourceId SOURCE = new SourceId("measured");

    private final WebhookAdapter adapter;

    private Channel(WebhookAdapter adapter) {
        this.adapter = adapter;
    }

    /** Whether this build holds an adapter for the channel. */
    static boolean isBuilt(String channel) {
        return provider(channel).isPresent();
    }

    /** Empty if there is no such adapter, or it refuses the settings. */
    static Optional<Channel> with(String channel, Map<String, ?> settings) {
        return provider(channel).flatMap(provider -> made(provider, settings)).map(Channel::new);
    }

    private static Optional<ChannelProvider<?>> provider(String channel) {
        for (ChannelProvider<?> provider : ServiceLoader.load(ChannelProvider.class)) {
            if (provider.channel().value().equals(channel)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    private static <S extends Record> Optional<WebhookAdapter> made(
            ChannelProvider<S> provider, Map<String, ?> settings) {
        var properties = new TreeMap<String, Object>();
        settings.forEach((name, value) -> properties.put("measured." + name, value));
        try {
            var bound = new Binder(new MapConfigurationPropertySource(properties))
                    .bindOrCreate("measured", provider.settings());
            return provider.adapter(SOURCE, bound) instanceof WebhookAdapter webhook
                    ? Optional.of(webhook)
                    : Optional.empty();
        } catch (BindException e) {
            return Optional.empty();
        }
    }

    Outcome get(String path, Map<String, String> query, Instant at) {
        return adapter.receive(call("GET", path, query, Map.of(), new byte[0], at));
    }

    Outcome post(String path, Map<String, String> query, Map<String, String> headers, String body, Instant at) {
        return adapter.receive(call("POST", path, query, headers, body.getBytes(StandardCharsets.UTF_8), at));
    }

    private static Request call(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] body,
            Instant at) {
        return new Request(SOURCE, method, path, lists(query), lists(headers), Payload.of(body), at);
    }

    private static Map<String, List<String>> lists(Map<String, String> values) {
        var lists = new TreeMap<String, List<String>>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    /** The messages in what was taken in; none if the call was not, or cannot be read. */
    List<IntakeMessage> read(Outcome outcome) {
        try {
            return outcome instanceof Outcome.Accepted accepted ? adapter.normalise(accepted.raw()) : List.of();
        } catch (MalformedMessage e) {
            return List.of();
        }
    }

    static boolean isAccepted(Outcome outcome) {
        return outcome instanceof Outcome.Accepted;
    }

    static boolean isRefused(Outcome outcome) {
        return outcome instanceof Outcome.Refused;
    }

    /** Whether the call is answered with these very bytes. */
    static boolean echoes(Outcome outcome, String text) {
        return outcome instanceof Outcome.Handshake handshake
                && handshake.echo().body().text(StandardCharsets.UTF_8).equals(text);
    }
}
