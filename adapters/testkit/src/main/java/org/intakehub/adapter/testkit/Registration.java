package org.intakehub.adapter.testkit;

import java.util.List;
import java.util.ServiceLoader;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Finds channels the way the running hub does: through the service loader. */
final class Registration {
    private Registration() {}

    static ChannelAdapter adapter(Record settings, SourceId source) {
        var found = providers(settings.getClass());
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size() + " providers for " + settings.getClass().getSimpleName()
                            + " stand in META-INF/services/" + ChannelProvider.class.getName() + "; one is needed");
        }
        return make(found.get(0), settings, source);
    }

    @SuppressWarnings("rawtypes") // the service loader knows classes, not their parameters
    static List<ChannelProvider<?>> providers(Class<?> settings) {
        return ServiceLoader.load(ChannelProvider.class, settings.getClassLoader()).stream()
                .map(ServiceLoader.Provider<ChannelProvider>::get)
                .<ChannelProvider<?>>map(provider -> provider)
                .filter(provider -> provider.settings() == settings)
                .toList();
    }

    private static <S extends Record> ChannelAdapter make(
            ChannelProvider<S> provider, Record settings, SourceId source) {
        return provider.adapter(source, provider.settings().cast(settings));
    }
}
