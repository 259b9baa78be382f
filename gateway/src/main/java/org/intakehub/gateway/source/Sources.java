package org.intakehub.gateway.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.intakehub.core.channel.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** All sources of {@code intake.sources.*}, read once at start: a wrong one is told and left out. */
@Component
public class Sources {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Map<String, Source> running = new TreeMap<>();
    private final List<BrokenSource> broken = new ArrayList<>();
    private final SortedSet<String> channels;

    Sources(Environment environment) {
        var settings = new SourceSettings(environment);
        channels = new TreeSet<>(settings.channels());
        for (var name : settings.names()) {
            try {
                var source = settings.source(name);
                running.put(name, source);
                LOG.info("source {} speaks {}", name, source.channel());
            } catch (SourceSettings.Unusable e) {
                broken.add(new BrokenSource(name, settings.channel(name), e.problem()));
                LOG.error("source {} is off: {}", name, e.problem());
            }
        }
    }

    public Optional<Source> find(String name) {
        return Optional.ofNullable(running.get(name));
    }

    /** A source that a stored message names. It may have been switched off since; then nothing is known of it. */
    public Optional<Source> find(SourceId id) {
        return find(id.value());
    }

    public List<Source> running() {
        return List.copyOf(running.values());
    }

    /** Names of all channels that an adapter speaks, whether or not a source uses them. */
    public List<String> channels() {
        return List.copyOf(channels);
    }

    public List<BrokenSource> broken() {
        return List.copyOf(broken);
    }
}
