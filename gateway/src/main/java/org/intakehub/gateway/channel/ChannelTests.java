package org.intakehub.gateway.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.SourceEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Test messages of the hub, and when each passed which station. */
@Component
public class ChannelTests {
    private final JdbcClient jdbc;
    private final SourceEvents events;
    private final Clock clock;

    ChannelTests(JdbcClient jdbc, SourceEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What a test message passes, in this order; not every channel has every station. */
    public enum Station {
        ASKED,
        ENTERED,
        RECEIVED,
        ARCHIVED,
        READ,
        CLASSIFIED,
        ASSIGNED
    }

    /** A test message. */
    public record Test(UUID id, String source, String actor, Instant startedAt) {}

    /**
     * A station that was passed, or at which it went wrong.
     *
     * @param millis since the test began
     */
    public record Passed(Station station, Instant at, boolean well, String detail, long millis) {}

    /** The id cannot be guessed: only who began the test can send its message. */
    public UUID begin(String source, String actor) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into channel_test (id, source, actor, started_at) values (?, ?, ?, ?)")
                .params(id, source, actor, Times.sql(clock.instant()))
                .update();
        events.append(source, actor, SourceEvents.Kind.TESTED, Map.of("id", id.toString()));
        return id;
    }

    /** Notes a station; a message that comes again has passed it before. */
    public void passed(UUID id, Station station, boolean well, String detail) {
        jdbc.sql("insert into channel_test_station (test_id, station, at, well, detail) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(id, station.name(), Times.sql(clock.instant()), well, detail)
                .update();
    }

    public Optional<Test> find(String source, UUID id) {
        return jdbc.sql("select id, source, actor, started_at from channel_test where source = ? and id = ?")
                .params(source, id)
                .query(Test.class)
                .optional();
    }

    Optional<Test> latest(String source) {
        return jdbc.sql("select id, source, actor, started_at from channel_test where source = ?"
                        + " order by seq desc limit 1")
                .param(source)
                .query(Test.class)
                .optional();
    }

    /** In the order in which they were passed. */
    public List<Passed> stations(UUID id) {
        return jdbc.sql("""
                        select s.station, s.at, s.well, s.detail,
                            (extract(epoch from s.at - t.started_at) * 1000)::bigint as millis
                        from channel_test_station s join channel_test t on t.id = s.test_id
                        where s.test_id = ? order by s.at, s.station
                        """).param(id).query(Passed.class).list();
    }

    /** Whether nothing more will come of the test. */
    public boolean isOver(List<Passed> stations) {
        return stations.stream().anyMatch(one -> !one.well() || one.station() == Station.ASSIGNED);
    }
}
