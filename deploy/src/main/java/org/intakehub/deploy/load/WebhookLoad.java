package org.intakehub.deploy.load;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.gateway.platform.EmbeddedBroker;
import org.intakehub.gateway.platform.HubSettings.BrokerSettings;
import org.intakehub.simulators.Matters;
import org.intakehub.simulators.Pushes;
import org.intakehub.simulators.Signing;

/** Compares the signed webhook with what broker, database and web server do alone, in alternating rounds on one machine. */
final class WebhookLoad {
    private static final int SENDERS = 64;
    private static final String WEBHOOK = "webhook";
    /** A JVM compiles what it runs often only after some ten thousand calls. */
    private static final int WARM_UP = 4;

    private final double seconds = Double.parseDouble(System.getProperty("seconds", "5"));
    private final int rounds = Integer.getInteger("rounds", 3);
    private final Map<String, List<Figures>> results = new LinkedHashMap<>();

    private WebhookLoad() {}

    public static void main(String[] arguments) throws Exception {
        new WebhookLoad().run();
    }

    private void run() throws Exception {
        var setup = HubSetup.fresh("load-webhook");
        var push = Contestants.kilobyte(new Pushes(Clock.systemUTC()).plain("probe", new Matters(1).of(1)));
        var body = push.body().bytes();
        var signing = new Signing(setup.secret());
        var plainPort = HubSetup.freePort();
        var password = Signing.newSecret().value();
        var plain = plainEndpoint(plainPort, setup.run());
        try (var hub = HubProcess.start(setup);
                var broker = EmbeddedBroker.start(setup.run().resolve("broker"), BrokerSettings.closed(), password)) {
            Objects.requireNonNull(broker);
            System.out.printf(
                    Locale.ROOT, "hub ready after %.1f s%n", hub.awaitReady().toMillis() / 1e3);
            awaitPort(plainPort);
            var database = HubDatabase.in(setup.data());
            try (var pool = Contestants.pool(database)) {
                var contestants = new LinkedHashMap<String, Callable<Crowd.Work>>();
                contestants.put("broker", Contestants.broker(password, body));
                contestants.put("database", Contestants.database(pool, body));
                contestants.put("http", Contestants.http(plainPort, signing, push));
                contestants.put(WEBHOOK, Contestants.http(setup.port(), signing, push));
                System.out.printf("%d senders, %d bytes, %d rounds%n", SENDERS, body.length, rounds);
                for (var round = 0; round <= rounds; round++) {
                    round(round, contestants, database);
                }
                tell();
            }
        } finally {
            plain.destroy();
        }
    }

    /** The first round is longer and only warms up. Between two measurements the hub works off what it took in. */
    private void round(int number, Map<String, Callable<Crowd.Work>> contestants, HubDatabase database)
            throws Exception {
        for (var contestant : contestants.entrySet()) {
            var figures = new Crowd(SENDERS).run(number == 0 ? WARM_UP * seconds : seconds, contestant.getValue());
            if (number > 0) {
                results.computeIfAbsent(contestant.getKey(), any -> new ArrayList<>())
                        .add(figures);
            }
            System.out.printf(
                    "  %-8s %-9s %s%n", number == 0 ? "warm-up" : "round " + number, contestant.getKey(), figures);
            if (contestant.getKey().equals(WEBHOOK)) {
                Backlog.awaitWorkedOff(database, Duration.ofMinutes(10));
            }
        }
    }

    private void tell() {
        System.out.println("median round:");
        var middles = new LinkedHashMap<String, Figures>();
        results.forEach((name, figures) -> middles.put(name, Figures.middle(figures)));
        middles.forEach((name, figures) -> System.out.printf("  %-9s %s%n", name, figures));
        var webhook = Objects.requireNonNull(middles.get(WEBHOOK)).perSecond();
        System.out.printf(
                Locale.ROOT,
                "webhook/broker=%.2f webhook/database=%.2f webhook/http=%.2f%n",
                webhook / Objects.requireNonNull(middles.get("broker")).perSecond(),
                webhook / Objects.requireNonNull(middles.get("database")).perSecond(),
                webhook / Objects.requireNonNull(middles.get("http")).perSecond());
    }

    private static Process plainEndpoint(int port, Path run) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainEndpoint.class.getName(),
                        String.valueOf(port),
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(run.toFile(), "plain.log"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void awaitPort(int port) throws InterruptedException {
        for (var tries = 0; tries < 300; tries++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Objects.requireNonNull(socket);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the plain endpoint does not answer; see plain.log");
    }
}
