package org.intakehub.deploy.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubSetup;

/** A database server beside the hub that can be stopped, and started again where it was. */
final class OutsideDatabase implements AutoCloseable {
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "");

    private final Path directory;
    private final int port = HubSetup.freePort();
    private EmbeddedPostgres server;

    OutsideDatabase(Path directory) throws IOException {
        this.directory = directory;
        this.server = start(directory, port);
    }

    private static EmbeddedPostgres start(Path directory, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setOverrideWorkingDirectory(directory.resolve("program").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8");
        DURABLE.forEach(builder::setServerConfig);
        return builder.start();
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = start(directory, port);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    HubDatabase view() {
        return HubDatabase.in(directory.resolve("postgres"), url(), "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
