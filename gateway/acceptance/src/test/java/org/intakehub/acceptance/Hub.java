package org.intakehub.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packaged hub as a process of its own on a free port; its settings, data and log are in one directory. */
final class Hub implements AutoCloseable {
    /** Idle machines need less than ten seconds; one that builds at the same time needs many more. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path directory;
    private final int port = Work.freePort();
    private final Map<String, String> settings = new TreeMap<>();
    private @Nullable Process process;

    Hub(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings.putAll(settings);
        this.settings.put("server.address", "127.0.0.1");
        this.settings.put("server.port", Integer.toString(port));
        this.settings.put("intake.data-directory", data(directory).toString());
    }

    /** Where a hub of this directory keeps its data. */
    static Path data(Path directory) {
        return directory.resolve("data");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Takes effect with the next start. */
    void set(String setting, String value) {
        settings.put(setting, value);
    }

    /** Starts the process and waits until it says that it is ready. */
    void start() {
        try {
            var file = directory.resolve("hub.properties");
            Files.writeString(
                    file,
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                            .collect(Collectors.joining()));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var started = new ProcessBuilder(
                            java,
                            "-Xmx640m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.io.tmpdir=" + directory,
                            "-jar",
                            Work.jar().toString(),
                            "--spring.config.additional-location=file:" + file)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
            await("the hub of " + directory.getFileName() + " is ready; its log is " + log())
                    .atMost(READY_WITHIN)
                    .pollInterval(Duration.ofMillis(300))
                    .failFast("the hub ended; its log is " + log(), () -> !started.isAlive())
                    .until(this::isReady);
        } catch (IOException e) {
            throw new UncheckedIOException("the hub cannot be started", e);
        }
    }

    /** Asks the process to end, as an operator does, and waits for it. */
    void stop() {
        var running = process;
        process = null;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Path log() {
        return directory.resolve("hub.log");
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
