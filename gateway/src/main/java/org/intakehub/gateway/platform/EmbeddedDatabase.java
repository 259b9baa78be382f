package org.intakehub.gateway.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server inside the data directory, on loopback and behind a password. It outlives a killed hub; the next start takes the
 * running server over.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration STOPPING = Duration.ofSeconds(60);
    /** The library's defaults are made for tests: they lose commits in a crash. */
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "60",
            "shared_buffers", "128MB",
            "password_encryption", "scram-sha-256");

    private final int port;
    private final String password;
    /** None for a guest: the server is another process's. */
    private final @Nullable EmbeddedPostgres server;

    private final Optional<ProcessHandle> process;

    private EmbeddedDatabase(
            int port, String password, @Nullable EmbeddedPostgres server, Optional<ProcessHandle> process) {
        this.port = port;
        this.password = password;
        this.server = server;
        this.process = process;
    }

    /** For a command beside the hub: a server that runs already is used and left running; else it is started and stopped again. */
    static EmbeddedDatabase join(DataDirectory data) {
        var running = running(data.resolve("postgres"));
        return running.isPresent()
                ? new EmbeddedDatabase(running.getAsInt(), data.secret("database-password"), null, Optional.empty())
                : start(data);
    }

    /** The hub's own: whatever runs in the data directory is its server, and stops with it. */
    static EmbeddedDatabase start(DataDirectory data) {
        var directory = data.resolve("postgres");
        var password = data.secret("database-password");
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    // Not above the data: the library clears away what looks stale below its working directory.
                    .setOverrideWorkingDirectory(
                            data.resolve("postgres-program").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port(directory))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", password)
                    .setLocaleConfig("locale", "C.UTF-8");
            DURABLE.forEach(builder::setServerConfig);
            var server = builder.start();
            demandPasswords(server, directory, password);
            var pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                    .get(0)
                    .strip());
            return new EmbeddedDatabase(server.getPort(), password, server, ProcessHandle.of(pid));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the embedded database does not start in the data directory", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String user() {
        return SUPERUSER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try {
            server.close();
            // The library waits five seconds for the server, which may need longer to write everything out.
            process.ifPresent(running -> running.onExit()
                    .completeOnTimeout(running, STOPPING.toSeconds(), TimeUnit.SECONDS)
                    .join());
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database does not stop", e);
        }
    }

    /** The port of a server that was left running, else any free one. */
    private static int port(Path directory) throws IOException {
        var running = running(directory);
        if (running.isPresent()) {
            return running.getAsInt();
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The port of the server that works in the directory, if one does. */
    private static OptionalInt running(Path directory) {
        var pidFile = directory.resolve("postmaster.pid");
        try {
            var lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.<String>of();
            return lines.size() > 3
                            && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                                    .isPresent()
                    ? OptionalInt.of(Integer.parseInt(lines.get(3).strip()))
                    : OptionalInt.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database's process file cannot be read", e);
        }
    }

    /** A fresh server trusts every local user; from its first minute on this one does not. */
    private static void demandPasswords(EmbeddedPostgres server, Path directory, String password)
            throws IOException, SQLException {
        var rules = directory.resolve("pg_hba.conf");
        var demanded = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(demanded)) {
            return;
        }
        var url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        try (var connection = DriverManager.getConnection(url, SUPERUSER, password);
                var statement = connection.createStatement()) {
            statement.execute("alter user " + SUPERUSER + " password '" + password + "'");
            Files.writeString(rules, demanded);
            statement.execute("select pg_reload_conf()");
        }
    }
}
