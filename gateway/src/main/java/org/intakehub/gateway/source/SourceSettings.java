package org.intakehub.gateway.source;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/** Turns the settings of a source into an adapter, or says in a sentence without any value what is wrong with them. */
final class SourceSettings {
    private static final String ROOT = "intake.sources";
    private static final Duration POLL_EVERY = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Binder binder;
    private final Map<String, ChannelProvider<?>> providers = new TreeMap<>();

    SourceSettings(Environment environment) {
        this.binder = Binder.get(environment);
        for (ChannelProvider<?> provider : ServiceLoader.load(ChannelProvider.class)) {
            providers.put(provider.channel().value(), provider);
        }
    }

    Set<String> names() {
        return binder.bind(ROOT, Bindable.mapOf(String.class, Object.class))
                .map(Map::keySet)
                .orElse(Set.of());
    }

    /** Empty if the source has none, or a name that cannot have settings. */
    String channel(String name) {
        var setting = ROOT + "." + name + ".channel";
        return ConfigurationPropertyName.isValid(setting)
                ? binder.bind(setting, String.class).orElse("")
                : "";
    }

    Source source(String name) {
        var id = id(name);
        var provider = providers.get(channel(name));
        if (provider == null) {
            throw new Unusable("its setting 'channel' has to be one of " + String.join(", ", providers.keySet()));
        }
        var prefix = ROOT + "." + name;
        var limits = bind(prefix + ".limits", SourceLimits.class);
        var fetching = bind(prefix + ".fetch", FetchRules.class);
        var pollEvery = pollEvery(prefix);
        var expires = credentialExpires(prefix);
        return new Source(id, provider.channel(), adapter(provider, id, prefix), limits, fetching, pollEvery, expires);
    }

    /** Names of all channels that an adapter speaks. */
    Set<String> channels() {
        return Set.copyOf(providers.keySet());
    }

    private Optional<LocalDate> credentialExpires(String prefix) {
        var written = binder.bind(prefix + ".credential-expires", String.class).orElse("");
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException e) {
            throw new Unusable("credential-expires is a day, such as 2027-03-31");
        }
    }

    private Duration pollEvery(String prefix) {
        try {
            var every = binder.bind(prefix + ".poll-every", Duration.class).orElse(POLL_EVERY);
            if (every.compareTo(SHORTEST) < 0) {
                throw new Unusable("poll-every is at least " + SHORTEST.toSeconds() + " second");
            }
            return every;
        } catch (BindException e) {
            throw new Unusable(problem(e));
        }
    }

    private static SourceId id(String name) {
        try {
            return new SourceId(name);
        } catch (IllegalArgumentException e) {
            throw new Unusable("its name has to be lower case words joined by hyphens");
        }
    }

    private <S extends Record> ChannelAdapter adapter(ChannelProvider<S> provider, SourceId id, String prefix) {
        return provider.adapter(id, bind(prefix, provider.settings()));
    }

    private <T> T bind(String prefix, Class<T> type) {
        try {
            return binder.bindOrCreate(prefix, type);
        } catch (BindException e) {
            throw new Unusable(problem(e));
        }
    }

    /** The sentence of the settings' own constructor; else the setting's name, for the binder's message quotes its value. */
    private static String problem(BindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var thrower = cause.getStackTrace().length == 0 ? "" : cause.getStackTrace()[0].getClassName();
            if (cause instanceof IllegalArgumentException && thrower.startsWith("org.intakehub.")) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "its setting '" + failure.getName() + "' cannot be read";
    }

    /** The settings cannot work; the message is fit for a page. */
    static final class Unusable extends RuntimeException {
        private final String problem;

        Unusable(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }
}
