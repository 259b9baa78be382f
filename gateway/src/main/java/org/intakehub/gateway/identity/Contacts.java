package org.intakehub.gateway.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.identity.SameCitizen;
import org.intakehub.gateway.history.History;
import org.intakehub.routes.stage.Precedence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the contact of each new case beside the road, and joins or suggests what belongs to one citizen; one node at a time. */
@Component
class Contacts {
    private static final Logger LOG = LoggerFactory.getLogger(Contacts.class);
    private static final int BATCH = 200;
    /** Of the advisory lock: two nodes at once would not see each other's contacts. */
    private static final long LOCK = 0x636f6e74616374L;

    private final JdbcClient jdbc;
    private final ContactRows rows;
    private final ContactJoins joins;
    private final TransactionTemplate transaction;
    private final Precedence precedence;

    Contacts(
            JdbcClient jdbc,
            ContactRows rows,
            ContactJoins joins,
            TransactionTemplate transaction,
            Precedence precedence) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.joins = joins;
        this.transaction = transaction;
        this.precedence = precedence;
    }

    @Scheduled(fixedDelay = 1_000)
    void find() {
        try {
            do {
                precedence.standAside();
            } while (findBatch() == BATCH);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("finding contacts waits for the database: {}", e.getClass().getSimpleName());
        }
    }

    /** Those of the cases that wait longest; tells how many cases were looked at. */
    private int findBatch() {
        return Objects.requireNonNull(transaction.execute(status -> {
            var mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
            return mine ? takeWaiting() : 0;
        }));
    }

    private int takeWaiting() {
        var waiting = jdbc.sql("""
                        delete from contact_waiting where case_id in (
                            select case_id from contact_waiting order by case_id limit ? for update skip locked)
                        returning case_id
                        """).param(BATCH).query(UUID.class).list();
        if (!waiting.isEmpty()) {
            var found = jdbc
                    .sql("select " + ContactOfCase.COLUMNS + " from case_file c where c.id in (:ids) order by c.id")
                    .param("ids", waiting)
                    .query((row, number) -> ContactOfCase.of(row))
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (!found.isEmpty()) {
                compare(rows.keep(found));
            }
        }
        return waiting.size();
    }

    private void compare(Set<UUID> news) {
        var pairs = rows.sharing(news);
        var marks = rows.marks(pairs.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet()));
        for (var pair : pairs) {
            var verdict = SameCitizen.judge(
                    marks.getOrDefault(pair.one(), Set.of()), marks.getOrDefault(pair.other(), Set.of()));
            var reasons = verdict.reasons().stream().map(Enum::name).sorted().toList();
            switch (verdict.decision()) {
                case AUTOMATIC -> joins.join(pair.one(), pair.other(), reasons, History.HUB);
                case SUGGESTED -> joins.suggest(pair.one(), pair.other(), reasons);
                case NONE -> LOG.debug("contacts {} and {} contradict each other", pair.one(), pair.other());
            }
        }
    }
}
