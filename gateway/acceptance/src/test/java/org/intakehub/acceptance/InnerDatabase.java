package org.intakehub.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The database that the hub embeds: it comes and goes with the hub, and its operator finds the way in from the data directory. */
record InnerDatabase(Path data) implements Database {
    private static final int PORT_LINE = 3;

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Connection connect() throws SQLException {
        try {
            var server = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
            var password = Files.readString(data.resolve("keys").resolve("database-password"));
            var port = server.get(PORT_LINE).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException("the hub's database does not run", e);
        }
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
