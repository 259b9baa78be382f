package org.intakehub.gateway.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.source.SourceEvents;
import org.intakehub.gateway.source.Sources;
import org.intakehub.gateway.source.Switches;
import org.intakehub.routes.stage.Cursors;
import org.intakehub.routes.stage.Leases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How far each source was read, shown to people, who may set it while the source is paused and no round is under way. */
@Component
class SourceCursors {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Sources sources;
    private final Switches switches;
    private final Cursors cursors;
    private final Leases leases;
    private final SourceEvents events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    SourceCursors(
            Sources sources,
            Switches switches,
            Cursors cursors,
            Leases leases,
            SourceEvents events,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.sources = sources;
        this.switches = switches;
        this.cursors = cursors;
        this.leases = leases;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** A cursor in its adapter's own notation; empty: from the start. */
    record Saved(String value, Instant updatedAt) {}

    /** What came of setting a cursor. */
    enum Result {
        DONE,
        NOT_PAUSED,
        STILL_ASKING,
        CHANGED_MEANWHILE
    }

    Optional<Saved> of(String source) {
        return jdbc.sql("select value, updated_at from poll_cursor where source = ?")
                .param(source)
                .query(Saved.class)
                .optional();
    }

    /** @param before the cursor that the person saw; another one is not written over */
    Result set(String name, String before, String value, String actor) {
        if (!switches.isPaused(name)) {
            return Result.NOT_PAUSED;
        }
        var source = new SourceId(name);
        var matched = new AtomicBoolean();
        var ran = leases.run(
                lease(name),
                LEASE,
                () -> transaction.executeWithoutResult(status -> {
                    if (cursors.load(source).value().equals(before)) {
                        matched.set(true);
                        cursors.save(source, new Cursor(value));
                        events.append(
                                name, actor, SourceEvents.Kind.CURSOR_SET, Map.of("before", before, "after", value));
                    }
                }));
        if (!ran) {
            return Result.STILL_ASKING;
        }
        return matched.get() ? Result.DONE : Result.CHANGED_MEANWHILE;
    }

    /** The lease under which the rounds of this source run. */
    private String lease(String name) {
        var isMailbox =
                sources.find(name).flatMap(found -> found.as(MailAdapter.class)).isPresent();
        return (isMailbox ? "mailbox-" : "poll-") + name;
    }

    boolean has(String name) {
        return sources.find(name)
                .filter(source -> source.as(MailAdapter.class).isPresent()
                        || source.as(PollingAdapter.class).isPresent())
                .isPresent();
    }
}
