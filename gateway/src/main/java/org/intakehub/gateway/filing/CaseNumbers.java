package org.intakehub.gateway.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.intakehub.core.casefile.CaseNumber;
import org.intakehub.gateway.platform.HubSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out the day's running numbers from blocks that each node takes from the database in a short transaction of its own, so that
 * filing never waits for another filing's commit. A crash leaves a gap of at most one block.
 */
@Component
class CaseNumbers {
    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final HubSettings settings;
    private final Clock clock;
    private @Nullable LocalDate day;
    private int next;
    private int end;

    CaseNumbers(JdbcClient jdbc, PlatformTransactionManager transactions, HubSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.clock = clock;
    }

    /** A number of today in the city's time zone, never given before. */
    synchronized CaseNumber next() {
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        if (!today.equals(day) || next >= end) {
            var last = apart.execute(status ->
                    jdbc.sql("""
                            insert into case_number_block (day, last) values (?, ?)
                            on conflict (day) do update set last = case_number_block.last + excluded.last
                            returning last
                            """).params(today, BLOCK).query(Integer.class).single());
            end = Objects.requireNonNull(last) + 1;
            next = end - BLOCK;
            day = today;
        }
        return CaseNumber.of(settings.division(), today, next++);
    }
}
