package org.intakehub.gateway.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Rests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Which sources are paused, and which far ends want to be left alone: in the database, and known on every node within two seconds. */
@Component
public class Switches implements Rests {
    private static final Logger LOG = LoggerFactory.getLogger(Switches.class);

    private final JdbcClient jdbc;
    private final SourceEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** The door asks here: it must not wait for a database, which may be down. */
    private volatile Map<String, Switch> known = Map.of();

    Switches(JdbcClient jdbc, SourceEvents events, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How a source is switched.
     *
     * @param why what the person who switched it last gave as the reason
     * @param changedBy the login name of that person
     * @param restUntil until when the far end asked to be left alone
     */
    public record Switch(
            String source,
            boolean paused,
            @Nullable String why,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            @Nullable Instant restUntil) {}

    /** Empty if nobody ever touched it. */
    public Optional<Switch> of(String source) {
        return Optional.ofNullable(known.get(source));
    }

    public boolean isPaused(String source) {
        return of(source).filter(Switch::paused).isPresent();
    }

    @Override
    public boolean isResting(SourceId source) {
        return of(source.value())
                .filter(one -> one.paused()
                        || (one.restUntil() != null && one.restUntil().isAfter(clock.instant())))
                .isPresent();
    }

    /** False if it is paused already. */
    public boolean pause(String source, String why, String actor) {
        return change(source, true, why, actor, SourceEvents.Kind.PAUSED);
    }

    /** False if it is not paused. */
    public boolean resume(String source, String why, String actor) {
        return change(source, false, why, actor, SourceEvents.Kind.RESUMED);
    }

    private boolean change(String source, boolean paused, String why, String actor, SourceEvents.Kind kind) {
        var changed = Boolean.TRUE.equals(transaction.execute(status -> {
            var rows = jdbc.sql("""
                            insert into source_switch as s (source, paused, why, changed_by, changed_at)
                            select :source, :paused, :why, :actor, :now
                            where :paused or exists (select 1 from source_switch where source = :source)
                            on conflict (source) do update set paused = excluded.paused, why = excluded.why,
                                changed_by = excluded.changed_by, changed_at = excluded.changed_at, rest_until = null
                            where s.paused <> excluded.paused
                            """)
                    .param("source", source)
                    .param("paused", paused)
                    .param("why", why)
                    .param("actor", actor)
                    .param("now", Times.sql(clock.instant()))
                    .update();
            if (rows == 1) {
                events.append(source, actor, kind, why.isBlank() ? Map.of() : Map.of("why", why));
            }
            return rows == 1;
        }));
        refresh();
        return changed;
    }

    @Override
    public void rest(SourceId source, Duration atLeast) {
        try {
            jdbc.sql("""
                            insert into source_switch (source, rest_until) values (?, ?)
                            on conflict (source) do update set rest_until = excluded.rest_until
                            """)
                    .params(source.value(), Times.sql(clock.instant().plus(atLeast)))
                    .update();
            refresh();
        } catch (DataAccessException e) {
            LOG.warn(
                    "source {} rests, and no other node knows: {}",
                    source,
                    e.getClass().getSimpleName());
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void refresh() {
        try {
            known = all().stream().collect(Collectors.toUnmodifiableMap(Switch::source, Function.identity()));
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("what is paused stays as it was: {}", e.getClass().getSimpleName());
        }
    }

    private List<Switch> all() {
        return jdbc.sql("select source, paused, why, changed_by, changed_at, rest_until from source_switch")
                .query((row, number) -> new Switch(
                        row.getString("source"),
                        row.getBoolean("paused"),
                        row.getString("why"),
                        row.getString("changed_by"),
                        instant(row.getObject("changed_at", OffsetDateTime.class)),
                        instant(row.getObject("rest_until", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
