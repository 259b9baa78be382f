package org.intakehub.deploy.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database behind a hub, seen from outside.
 *
 * @param server the process, as its own file tells it
 */
public record HubDatabase(String url, String password, ServerProcess server) {
    private static final int PID = 0;
    private static final int PORT = 3;

    /** The embedded one of a data directory; it keeps its port until it is stopped. */
    public static HubDatabase in(Path data) {
        try {
            var port = processFile(data.resolve("postgres")).get(PORT).strip();
            var password =
                    Files.readString(data.resolve("keys/database-password")).strip();
            return in(
                    data.resolve("postgres"),
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true",
                    password);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no running database in the data directory", e);
        }
    }

    /** One that works in that directory. */
    public static HubDatabase in(Path postgres, String url, String password) {
        try {
            var pid = Long.parseLong(processFile(postgres).get(PID).strip());
            return new HubDatabase(url, password, new ServerProcess(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no running database in the directory", e);
        }
    }

    private static List<String> processFile(Path postgres) throws IOException {
        return Files.readAllLines(postgres.resolve("postmaster.pid"));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** The first column of a query's only row. */
    public long count(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first column of a query, all rows. */
    public List<String> column(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Override
    public String toString() {
        return "HubDatabase";
    }
}
