package org.intakehub.gateway.source;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.platform.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down every few seconds what this node heard of the far ends, so that a page on any node tells it; messages do not wait for that. */
@Component
class SavedHealth {
    private static final Logger LOG = LoggerFactory.getLogger(SavedHealth.class);

    private final ObservedHealth observed;
    private final Sources sources;
    private final JdbcClient jdbc;
    private final Map<SourceId, Instant> written = new ConcurrentHashMap<>();

    SavedHealth(ObservedHealth observed, Sources sources, JdbcClient jdbc) {
        this.observed = observed;
        this.sources = sources;
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 5_000)
    void write() {
        try {
            for (var source : sources.running()) {
                observed.of(source.id())
                        .filter(state -> !state.at().equals(written.get(source.id())))
                        .ifPresent(state -> write(source.id(), state));
                observed.quota(source.id()).ifPresent(quota -> write(source.id(), quota));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug(
                    "the health of sources is written down later: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void write(SourceId source, ObservedHealth.Quota quota) {
        jdbc.sql("""
                        insert into source_status as s (source, quota_left, quota_at) values (:source, :left, :at)
                        on conflict (source) do update set quota_left = :left, quota_at = :at
                        where s.quota_at is distinct from :at
                        """)
                .param("source", source.value())
                .param("left", quota.left())
                .param("at", Times.sql(quota.at()))
                .update();
    }

    private void write(SourceId source, ObservedHealth.State state) {
        var failure = state.failure();
        var column = failure.isPresent() ? "last_error_at" : "last_well_at";
        jdbc.sql("insert into source_status as s (source, " + column + ", last_error) values (:source, :at, :error)"
                        + " on conflict (source) do update set " + column + " = greatest(s." + column + ", :at),"
                        + " last_error = coalesce(:error, s.last_error)")
                .param("source", source.value())
                .param("at", Times.sql(state.at()))
                .param("error", failure.orElse(null))
                .update();
        written.put(source, state.at());
    }
}
