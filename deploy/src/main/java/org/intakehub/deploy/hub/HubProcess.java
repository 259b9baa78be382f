package org.intakehub.deploy.hub;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged hub, running; it ends with this tool, and nothing else is ended. */
public final class HubProcess implements AutoCloseable {
    private static final List<String> JVM =
            List.of("-Xmx384m", "-XX:MaxMetaspaceSize=224m", "-XX:ReservedCodeCacheSize=96m");
    private static final Duration START = Duration.ofMinutes(4);
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final int port;
    private final Instant startedAt = Instant.now();
    private final Thread lastWord;

    private HubProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        this.lastWord = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(lastWord);
    }

    /** Starts it, and does not wait. Its output is added to {@code hub.log}. The variable {@code HUB_OPTS} gives further JVM flags. */
    public static HubProcess start(HubSetup setup) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        var more = System.getenv("HUB_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", setup.jar().toString()));
        command.addAll(setup.arguments());
        try {
            var log = new File(setup.run().toFile(), "hub.log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return new HubProcess(process, setup.port());
        } catch (IOException e) {
            throw new UncheckedIOException("the hub cannot be started", e);
        }
    }

    /** Waits until it reports itself ready, and tells how long that took from its start. */
    public Duration awaitReady() throws InterruptedException {
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the hub ended while it started; see hub.log");
            }
            if (Instant.now().isAfter(startedAt.plus(START))) {
                throw new IllegalStateException("the hub is not ready after " + START.toSeconds() + " s; see hub.log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.between(startedAt, Instant.now());
    }

    public boolean isReady() {
        try {
            var address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The JVM, without its database. */
    public ServerProcess server() {
        return new ServerProcess(process.pid());
    }

    /** As {@code kill -9}: returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        forget();
    }

    /** Asks it to end, as an operator would, and gives it a minute. */
    @Override
    public void close() {
        stop();
        forget();
    }

    /** Its embedded database ends with it only if it may end in order. */
    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastWord);
        } catch (IllegalStateException e) {
            // The tool itself is ending.
        }
    }
}
