package org.intakehub.gateway.road;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.routes.stage.Faults;
import org.intakehub.routes.stage.Leases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Leases in the database, by its clock; prolonged while their work goes on, so that a node that died soon makes way. */
@Component
class LockedLeases implements Leases {
    private final DefaultLockingTaskExecutor executor;
    private final Faults faults;

    LockedLeases(DataSource database, Faults faults) {
        this.faults = faults;
        this.executor = new DefaultLockingTaskExecutor(new KeepAliveLockProvider(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(new JdbcTemplate(database))
                        .usingDbTime()
                        .build()),
                prolonging()));
    }

    private static ScheduledExecutorService prolonging() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "leases");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean run(String name, Duration atMost, Runnable work) {
        var lease = new LockConfiguration(Instant.now(), name, atMost, Duration.ZERO);
        try {
            var ran = new boolean[1];
            executor.executeWithLock(
                    (Runnable) () -> {
                        ran[0] = true;
                        work.run();
                    },
                    lease);
            return ran[0];
        } catch (RuntimeException e) {
            if (faults.isPassing(e) && !(e instanceof RemoteUnavailable)) {
                throw new RemoteUnavailable(
                        "the database does not answer: " + e.getClass().getSimpleName(), e);
            }
            throw e;
        }
    }
}
