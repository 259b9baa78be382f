package org.intakehub.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server beside the hub, which writes through to the disk as a city's own does. */
final class OwnDatabase implements Database {
    private final Path directory;
    private final int port = Work.freePort();
    private @Nullable EmbeddedPostgres server;

    OwnDatabase(Path directory) {
        this.directory = directory;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("spring.datasource.url", url(), "spring.datasource.username", "postgres");
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    @Override
    public void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("postgres"))
                    .setOverrideWorkingDirectory(
                            directory.resolve("postgres-program").toFile())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the database does not start", e);
        }
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the database does not stop", e);
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }
}
