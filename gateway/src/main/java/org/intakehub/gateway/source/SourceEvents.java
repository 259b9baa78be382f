package org.intakehub.gateway.source;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to a source: appended, never changed. */
@Component
public class SourceEvents {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    SourceEvents(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One event; the detail is the JSON text of an object. */
    public record Event(long id, Instant at, String actor, String kind, String detail) {}

    /**
     * Appends one event.
     *
     * @param actor the login name of the person who acted
     * @param detail never a secret and never a citizen's words
     */
    public void append(String source, String actor, Kind kind, Map<String, ?> detail) {
        jdbc.sql("insert into source_event (source, at, actor, kind, detail) values (?, ?, ?, ?, ?::jsonb)")
                .params(source, Times.sql(clock.instant()), actor, kind.name(), json.write(detail))
                .update();
    }

    /** Newest first, those older than the given one. */
    public List<Event> list(String source, Optional<Long> before, int limit) {
        return jdbc.sql("select id, at, actor, kind, detail::text as detail from source_event"
                        + " where source = ? and id < ? order by id desc limit ?")
                .params(source, before.orElse(Long.MAX_VALUE), limit)
                .query(Event.class)
                .list();
    }

    /** Kinds of events. */
    public enum Kind {
        PAUSED,
        RESUMED,
        CURSOR_SET,
        RECONCILED,
        BACKFILLED,
        TESTED,
        CREDENTIAL_ENDS
    }
}
