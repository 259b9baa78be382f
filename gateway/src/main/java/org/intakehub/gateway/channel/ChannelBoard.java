package org.intakehub.gateway.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.gateway.channel.ListedSource.Counts;
import org.intakehub.gateway.channel.ListedSource.Heard;
import org.intakehub.gateway.channel.ListedSource.State;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.BrokenSource;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.gateway.source.Switches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every configured source with its state, what was last heard of it, and the day's counts. */
@Component
class ChannelBoard {
    private static final int HOURS = 24;

    private final Sources sources;
    private final Switches switches;
    private final SilenceWatch silence;
    private final SourceHours hours;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    ChannelBoard(
            Sources sources,
            Switches switches,
            SilenceWatch silence,
            SourceHours hours,
            JdbcClient jdbc,
            Clock clock,
            HubSettings settings) {
        this.sources = sources;
        this.switches = switches;
        this.silence = silence;
        this.hours = hours;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /** In the order of their names, the broken ones last. */
    List<ListedSource> list() {
        var heard = heard();
        var counts = counts();
        var last = hours.last(HOURS);
        var listed = new ArrayList<ListedSource>();
        for (var source : sources.running()) {
            var name = source.id().value();
            listed.add(running(
                    source,
                    heard.getOrDefault(name, Heard.NOTHING),
                    counts.getOrDefault(name, Counts.NONE),
                    last.getOrDefault(name, new int[HOURS])));
        }
        for (var broken : sources.broken()) {
            listed.add(broken(broken, heard.getOrDefault(broken.name(), Heard.NOTHING)));
        }
        return List.copyOf(listed);
    }

    Optional<ListedSource> find(String name) {
        return list().stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** Channels that are there and that no source speaks yet. */
    List<String> unused() {
        return sources.channels().stream()
                .filter(channel -> sources.running().stream()
                        .noneMatch(source -> source.channel().value().equals(channel)))
                .filter(channel -> sources.broken().stream()
                        .noneMatch(source -> source.channel().equals(channel)))
                .toList();
    }

    private ListedSource running(Source source, Heard heard, Counts counts, int[] last) {
        var name = source.id().value();
        var silentSince = silence.silentSince(name).orElse(null);
        var state = switches.isPaused(name)
                ? State.PAUSED
                : heard.isFailing() ? State.FAILING : silentSince != null ? State.SILENT : State.ON;
        return new ListedSource(
                name,
                source.channel().value(),
                state,
                null,
                switches.of(name).orElse(null),
                silentSince,
                heard,
                source.credentialExpires().orElse(null),
                source.credentialExpires().map(this::daysUntil).orElse(null),
                counts,
                hourly(last),
                source.as(PollingAdapter.class).isPresent() || isMailbox(source),
                isMailbox(source) || lists(source));
    }

    private static boolean isMailbox(Source source) {
        return source.as(MailAdapter.class).isPresent();
    }

    private boolean lists(Source source) {
        return source.as(PollingAdapter.class)
                .flatMap(adapter -> adapter.listedSince(clock.instant()))
                .isPresent();
    }

    private long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(clock.instant().atZone(zone).toLocalDate(), day);
    }

    private static ListedSource broken(BrokenSource source, Heard heard) {
        return new ListedSource(
                source.name(),
                source.channel(),
                State.OFF,
                source.problem(),
                null,
                null,
                heard,
                null,
                null,
                Counts.NONE,
                hourly(new int[HOURS]),
                false,
                false);
    }

    private static List<Integer> hourly(int[] last) {
        var list = new ArrayList<Integer>();
        for (var count : last) {
            list.add(count);
        }
        return List.copyOf(list);
    }

    private Map<String, Heard> heard() {
        var found = new HashMap<String, Heard>();
        var names = new ArrayList<String>();
        sources.running().forEach(source -> names.add(source.id().value()));
        sources.broken().forEach(source -> names.add(source.name()));
        jdbc.sql("""
                        select name, s.last_well_at, s.last_error, s.last_error_at, s.quota_left, s.quota_at,
                            t.valid_until, r.received_at, c.updated_at as asked_at
                        from unnest(:names::text[]) name
                        left join source_status s on s.source = name
                        left join channel_token t on t.source = name
                        left join poll_cursor c on c.source = name
                        left join lateral (select received_at from raw_message where source = name
                            order by seq desc limit 1) r on true
                        """).param("names", names.toArray(String[]::new)).query(row -> {
            found.put(row.getString("name"), heard(row));
        });
        return found;
    }

    private static Heard heard(ResultSet row) throws SQLException {
        var quota = row.getLong("quota_left");
        return new Heard(
                at(row, "received_at").orElse(null),
                at(row, "last_well_at").orElse(null),
                row.getString("last_error"),
                at(row, "last_error_at").orElse(null),
                at(row, "valid_until").orElse(null),
                at(row, "quota_at").isPresent() ? quota : null);
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private Map<String, Counts> counts() {
        var today =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var taken = hours.takenIn(today);
        var found = new HashMap<String, Counts>();
        taken.forEach((source, count) -> found.put(source, Counts.NONE.withTakenIn(count)));
        count(
                        "select source, count(*)::int as many from raw_message where state = 'QUARANTINED' and received_at >= ?"
                                + " group by source",
                        today)
                .forEach((source, many) -> found.merge(source, Counts.NONE.withQuarantined(many), Counts::plus));
        count("select source, count(*)::int as many from refusal where at >= ? group by source", today)
                .forEach((source, many) -> found.merge(source, Counts.NONE.withRefused(many), Counts::plus));
        count(
                        "select source, count(*)::int as many from reply where state in ('FAILED', 'UNCERTAIN')"
                                + " and created_at >= ? group by source",
                        today)
                .forEach((source, many) -> found.merge(source, Counts.NONE.withRepliesFailed(many), Counts::plus));
        return found;
    }

    private Map<String, Integer> count(String sql, Instant from) {
        var found = new HashMap<String, Integer>();
        jdbc.sql(sql).param(Times.sql(from)).query(row -> {
            found.put(row.getString("source"), row.getInt("many"));
        });
        return found;
    }
}
