package org.intakehub.deploy.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.deploy.hub.Wire;
import org.intakehub.simulators.Matters;
import tools.jackson.databind.json.JsonMapper;

/** A burst of reports of digital urban management: each is answered at once, worked off in time, and becomes exactly one case. */
final class BurstLoad {
    private static final int SENDERS = 32;
    private static final int EVERY_TENTH = 10;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String SOURCE = "--intake.sources.urban.";

    private final int reports;
    private final HubSetup setup;
    private final Matters matters = new Matters(21);
    private final LongAdder refused = new LongAdder();

    private BurstLoad(int reports) {
        this.reports = reports;
        var fresh = HubSetup.fresh("load-burst");
        this.setup = fresh.with(
                SOURCE + "channel=urban-management",
                SOURCE + "push-tokens[0]=" + fresh.secret().value(),
                SOURCE + "reference-system=WGS84",
                SOURCE + "limits.calls-per-minute=600000000",
                SOURCE + "limits.burst=1000000");
    }

    public static void main(String[] arguments) throws Exception {
        new BurstLoad(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000).run();
    }

    private void run() throws Exception {
        try (var hub = HubProcess.start(setup)) {
            System.out.printf(
                    Locale.ROOT, "hub ready after %.1f s%n", hub.awaitReady().toMillis() / 1e3);
            var database = HubDatabase.in(setup.data());
            var start = Instant.now();
            var answered = burst();
            var sent = since(start);
            System.out.printf(Locale.ROOT, "answered: %s, refused %d%n", answered, refused.sum());
            await(database, start);
            var settled = since(start);
            var missing = reports - database.count("select count(distinct external_id) from case_file");
            var more = database.count("select count(*) from case_file") - (reports - missing);
            System.out.printf(
                    Locale.ROOT,
                    "reports=%d answered_p50_ms=%.1f answered_p99_ms=%.1f burst_seconds=%.1f settled_seconds=%.1f missing=%d double=%d%n",
                    reports,
                    answered.median(),
                    answered.slowest(),
                    sent,
                    settled,
                    missing,
                    more);
            if (missing > 0 || more > 0 || refused.sum() > 0) {
                throw new IllegalStateException("reports were refused, lost or doubled");
            }
        }
    }

    private static double since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1e3;
    }

    /** Every tenth report comes twice, as a site sends again what it heard no answer to. */
    private Figures burst() throws InterruptedException {
        var calls = reports + reports / EVERY_TENTH;
        var next = new AtomicInteger();
        var nanos = new long[calls];
        var pool = Executors.newFixedThreadPool(SENDERS);
        var start = System.nanoTime();
        IntStream.range(0, SENDERS).forEach(sender -> pool.execute(() -> send(next, nanos)));
        pool.shutdown();
        if (!pool.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            pool.shutdownNow();
            throw new IllegalStateException("the burst was not taken in within " + LONGEST.toMinutes() + " minutes");
        }
        return Figures.of(List.of(nanos), (System.nanoTime() - start) / 1e9);
    }

    private void send(AtomicInteger next, long[] nanos) {
        try (var wire = new Wire(setup.port())) {
            for (var i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                var call = call(i < reports ? i : (i - reports) * EVERY_TENTH);
                var start = System.nanoTime();
                var reply = wire.send(call);
                nanos[i] = System.nanoTime() - start;
                if (reply.status() != 200 || !reply.body().contains("\"success\":true")) {
                    refused.increment();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a sender lost its connection", e);
        }
    }

    private byte[] call(int number) {
        var matter = matters.of(number);
        var report = Map.of(
                "caseId",
                "B" + number,
                "registerTime",
                "2026-11-23 10:20:00",
                "title",
                matter.title(),
                "eventDesc",
                matter.text(),
                "eventSrcName",
                "采集员",
                "address",
                matter.address(),
                "coordinateX",
                "117.8" + number % 100,
                "coordinateY",
                "31.6" + number % 100,
                "reporterName",
                matter.resident().name(),
                "reporterPublicFlag",
                1);
        var body = JsonMapper.shared()
                .writeValueAsString(
                        Map.of("action", "REPORT", "senderCode", "SITE", "uid", "u-" + number, "data", report))
                .getBytes(UTF_8);
        var head = ("POST /channels/urban/openapi/v1/action?egova_openapi_token="
                        + URLEncoder.encode(setup.secret().value(), UTF_8)
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        var call = new byte[head.length + body.length];
        System.arraycopy(head, 0, call, 0, head.length);
        System.arraycopy(body, 0, call, head.length, body.length);
        return call;
    }

    private void await(HubDatabase database, Instant start) throws SQLException, InterruptedException {
        for (var settled = 0L; settled < reports; settled = Backlog.settled(database)) {
            if (Instant.now().isAfter(start.plus(LONGEST))) {
                throw new IllegalStateException("only " + settled + " of " + reports + " are worked off");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
