package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.intakehub.gateway.source.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The configured sources, what is wrong with them, and what was last heard of each. */
@Component
class SourceList {
    private final Sources sources;
    private final JdbcClient jdbc;

    SourceList(Sources sources, JdbcClient jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
    }

    /**
     * One source.
     *
     * @param problem why it is switched off; none if it is on
     */
    record Listed(
            String name,
            String channel,
            @Nullable String problem,
            @Nullable Instant lastReceivedAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {
        /** Its last word was an error. */
        public boolean isUnwell() {
            return problem != null
                    || (lastErrorAt != null && (lastReceivedAt == null || lastErrorAt.isAfter(lastReceivedAt)));
        }
    }

    List<Listed> list() {
        var heard = jdbc
                .sql("select source, last_received_at, last_error, last_error_at from source_status")
                .query(Heard.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Heard::source, status -> status));
        var listed = new ArrayList<Listed>();
        sources.running()
                .forEach(source ->
                        listed.add(listed(source.id().value(), source.channel().value(), null, heard)));
        sources.broken()
                .forEach(source -> listed.add(listed(source.name(), source.channel(), source.problem(), heard)));
        return listed;
    }

    private static Listed listed(String name, String channel, @Nullable String problem, Map<String, Heard> heard) {
        var status = heard.getOrDefault(name, new Heard(name, null, null, null));
        return new Listed(name, channel, problem, status.lastReceivedAt(), status.lastError(), status.lastErrorAt());
    }

    private record Heard(
            String source,
            @Nullable Instant lastReceivedAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {}
}
