package org.intakehub.gateway.classify;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.classification.Place;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows which division a position lies in from earlier cases nearby, whose platforms said both. So the city's own traffic draws the borders, and
 * no shape of a division has to be bought or kept up to date.
 */
@Component
class KnownGround {
    private static final Logger LOG = LoggerFactory.getLogger(KnownGround.class);
    private static final int BATCH = 2_000;
    /** Cells to a degree: about a kilometre each, so that a position is compared with what lies up to two kilometres around. */
    private static final double CELLS = 100;

    /** Ids are made before their commits; after so long those below have come. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CityRules rules;
    private final Clock clock;

    KnownGround(JdbcClient jdbc, TransactionTemplate transaction, CityRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rules = rules;
        this.clock = clock;
    }

    /** The same with the place that its position tells, if that is surer than what its words tell. */
    Classification in(Matter matter, Classification made) {
        if (made.place().filter(place -> place.confidence() == 1).isPresent()) {
            return made;
        }
        return matter.place()
                .coordinates()
                .flatMap(this::at)
                .filter(near -> made.place()
                        .map(place -> near.confidence() > place.confidence())
                        .orElse(true))
                .map(near -> made.at(near, "place: position"))
                .orElse(made);
    }

    private record Nearby(String division, long cases) {}

    private Optional<Place> at(Coordinates position) {
        var cell = Cell.of(position);
        var around = jdbc.sql("select division, sum(cases) as cases from ground"
                        + " where x between ? and ? and y between ? and ? group by division")
                .params(cell.x() - 1, cell.x() + 1, cell.y() - 1, cell.y() + 1)
                .query(Nearby.class)
                .list();
        var all = around.stream().mapToLong(Nearby::cases).sum();
        return around.stream()
                .max(Comparator.comparingLong(Nearby::cases).thenComparing(Nearby::division))
                .flatMap(most -> rules.division(most.division())
                        .map(division -> new Place(division, Optional.empty(), most.cases() / (all + 1.0))));
    }

    private record Cell(int x, int y) implements Comparable<Cell> {
        static Cell of(Coordinates position) {
            var there = position.toWgs84();
            return new Cell((int) Math.floor(there.longitude() * CELLS), (int) Math.floor(there.latitude() * CELLS));
        }

        @Override
        public int compareTo(Cell other) {
            return Comparator.comparingInt(Cell::x).thenComparingInt(Cell::y).compare(this, other);
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void learn() {
        try {
            transaction.executeWithoutResult(
                    status -> jdbc.sql("select case_id from ground_mark for update skip locked")
                            .query(UUID.class)
                            .optional()
                            .ifPresent(this::countAfter));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the counting of positions waits for the database: {}",
                    e.getClass().getSimpleName());
        }
    }

    private record Told(
            UUID id,
            @Nullable Double placeConfidence,
            @Nullable String division,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String referenceSystem) {
        /** The platform said both: only a code makes a place certain. */
        private boolean isPlaced() {
            return placeConfidence != null && placeConfidence == 1 && division != null && referenceSystem != null;
        }

        private Coordinates position() {
            return new Coordinates(
                    longitude == null ? 0 : longitude,
                    latitude == null ? 0 : latitude,
                    Coordinates.ReferenceSystem.valueOf(String.valueOf(referenceSystem)));
        }
    }

    /** One node counts at a time; each case is counted once. */
    private void countAfter(UUID last) {
        var cases = jdbc.sql("""
                        select id, place_confidence, division, longitude, latitude, reference_system from case_file
                        where id > ? and accepted_at < ? order by id limit ?
                        """)
                .params(last, Times.sql(clock.instant().minus(SETTLED)), BATCH)
                .query(Told.class)
                .list();
        if (cases.isEmpty()) {
            return;
        }
        var counts = new TreeMap<Cell, TreeMap<String, Long>>();
        cases.stream()
                .filter(Told::isPlaced)
                .forEach(told -> counts.computeIfAbsent(Cell.of(told.position()), cell -> new TreeMap<>())
                        .merge(String.valueOf(told.division()), 1L, Long::sum));
        counts.forEach((cell, divisions) -> save(
                cell,
                new ArrayList<>(divisions.keySet()),
                divisions.values().stream().toList()));
        jdbc.sql("update ground_mark set case_id = ?")
                .param(cases.get(cases.size() - 1).id())
                .update();
    }

    private void save(Cell cell, List<String> divisions, List<Long> cases) {
        jdbc.sql("""
                        insert into ground as known (x, y, division, cases)
                            select :x, :y, division, cases from unnest(:divisions, :cases) as counted (division, cases)
                            on conflict (x, y, division) do update set cases = known.cases + excluded.cases
                        """)
                .param("x", cell.x())
                .param("y", cell.y())
                .param("divisions", divisions.toArray(String[]::new))
                .param("cases", cases.toArray(Long[]::new))
                .update();
    }
}
