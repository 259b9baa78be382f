package org.intakehub.gateway.hotspot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.hotspot.HotSpots;
import org.intakehub.core.hotspot.Sighting;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.similar.CitizenMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases count at which kind and place; none whose citizen asked for secrecy. */
@Component
class Sightings {
    /** Condition over {@code case_file c}: the case may stand in lists with others. */
    static final String OPEN = "c.confidentiality in ('PUBLIC', 'NORMAL')";

    static final String MATTER = "matter";

    /** Cases of one matter told further apart than this are another matter by then. */
    private static final Duration APART = Duration.ofDays(60);

    private static final double SAME = 0.6;
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sightings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is counted together. */
    record Key(String kind, String place) {}

    private record Seen(UUID id, Set<Integer> marks) {
        static Seen of(ResultSet row, int number) throws SQLException {
            return new Seen(
                    row.getObject("id", UUID.class),
                    CitizenMarks.of(row).stream().map(String::hashCode).collect(Collectors.toSet()));
        }
    }

    /** Counts cases anew: what they counted for before is forgotten. */
    void count(List<UUID> cases) {
        jdbc.sql("delete from hot_sighting where case_id = any(?)")
                .param(cases.toArray(UUID[]::new))
                .update();
        var seen = jdbc.sql(
                        "select c.id, " + CitizenMarks.COLUMNS + " from case_file c where c.id = any(?) and " + OPEN)
                .param(cases.toArray(UUID[]::new))
                .query(Seen::of)
                .list();
        jdbc.sql("""
                        insert into hot_sighting (kind, place, at, case_id, citizen)
                        select key.kind, key.place, c.accepted_at, c.id, seen.marks::integer[]
                        from unnest(:ids, :marks) seen (id, marks) join case_file c on c.id = seen.id
                            cross join lateral (values (c.category, c.division), ('matter', c.id::text)) key (kind, place)
                        where key.kind is not null and key.place is not null
                        """)
                .param("ids", seen.stream().map(Seen::id).toArray(UUID[]::new))
                .param("marks", seen.stream().map(one -> array(one.marks())).toArray(String[]::new))
                .update();
        withEarlier(cases).forEach(this::joinMatter);
    }

    private static String array(Set<Integer> marks) {
        return marks.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Oldest first, so that a chain of tellings leads to its first. */
    private List<UUID> withEarlier(List<UUID> cases) {
        return jdbc.sql("""
                        select distinct s.case_id from similar_case s
                        where s.case_id = any(?) and s.state = 'SUGGESTED' and s.score >= ? order by s.case_id
                        """)
                .params(cases.toArray(UUID[]::new), SAME)
                .query(UUID.class)
                .list();
    }

    private void joinMatter(UUID id) {
        jdbc.sql("""
                        update hot_sighting mine set place = earlier.place
                        from (select other.place from similar_case s
                                join hot_sighting other on other.case_id = s.other_id and other.kind = 'matter'
                                join case_file c on c.id = s.case_id
                            where s.case_id = :id and s.state = 'SUGGESTED' and s.score >= :same and other.at > c.accepted_at - :apart * interval '1 day'
                            order by s.score desc, other.at desc limit 1) earlier
                        where mine.case_id = :id and mine.kind = 'matter'
                        """)
                .param("id", id)
                .param("same", SAME)
                .param("apart", APART.toDays())
                .update();
    }

    /** Kinds and places of the cases, as far as several cases count there. */
    List<Key> several(List<UUID> cases, int least) {
        return jdbc.sql("""
                        select touched.kind, touched.place
                        from (select distinct kind, place from hot_sighting where case_id = any(:cases)) touched
                        where (select count(*) from (select from hot_sighting s
                            where s.kind = touched.kind and s.place = touched.place limit :least) first) = :least
                        """)
                .param("cases", cases.toArray(UUID[]::new))
                .param("least", least)
                .query(Key.class)
                .list();
    }

    /** The newest of one kind at one place. */
    List<Sighting> at(Key key) {
        return jdbc.sql("select s.citizen, s.at from hot_sighting s join case_file c on c.id = s.case_id and " + OPEN
                        + " where s.kind = ? and s.place = ? and s.at > ? order by s.at desc limit ?")
                .params(key.kind(), key.place(), Times.sql(clock.instant().minus(HotSpots.MEMORY)), MOST)
                .query((row, number) -> new Sighting(
                        Arrays.stream((Integer[]) row.getArray("citizen").getArray())
                                .collect(Collectors.toSet()),
                        instant(row)))
                .list();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
