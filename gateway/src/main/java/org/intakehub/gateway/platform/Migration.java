package org.intakehub.gateway.platform;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the database to this version's schema. A database that does not answer at start is tried again until it does; meanwhile the
 * door is open, and what is taken in waits in the journal.
 */
@Component
public class Migration implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final String SESSIONS = "org/springframework/session/jdbc/schema-postgresql.sql";

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final AtomicReference<@Nullable Flyway> waiting = new AtomicReference<>();
    private volatile boolean done;

    Migration(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** Published when a database that was late has its schema. */
    public record SchemaReady() {}

    public boolean isDone() {
        return done;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (!tryToMigrate(flyway)) {
            LOG.warn("the database does not answer yet; calls are taken in, and their cases are opened when it does");
            waiting.set(flyway);
        }
    }

    @Scheduled(fixedDelay = 2_000)
    void tryAgain() {
        var flyway = waiting.get();
        if (flyway != null && tryToMigrate(flyway)) {
            waiting.set(null);
            LOG.info("the database answers now");
            events.publishEvent(new SchemaReady());
        }
    }

    private boolean tryToMigrate(Flyway flyway) {
        try {
            flyway.migrate();
            sessions();
            done = true;
            return true;
        } catch (FlywayException e) {
            if (isUnreachable(e)) {
                return false;
            }
            throw e;
        }
    }

    /** The tables of the sessions come with the library that uses them. */
    private void sessions() {
        var present = JdbcClient.create(database)
                .sql("select to_regclass('spring_session') is not null")
                .query(Boolean.class)
                .single();
        if (!present) {
            new ResourceDatabasePopulator(new ClassPathResource(SESSIONS)).execute(database);
        }
    }

    private static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e
                    && (e.getSQLState() == null
                            || e.getSQLState().startsWith("08")
                            || e.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
