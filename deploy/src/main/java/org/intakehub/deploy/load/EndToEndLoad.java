package org.intakehub.deploy.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.rules.CityRules;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.deploy.hub.Wire;
import org.intakehub.simulators.Matter;
import org.intakehub.simulators.Matters;
import org.intakehub.simulators.Pushes;
import org.intakehub.simulators.Signing;

/** How long N signed messages take a hub that has warmed up, from the first call to the last work order. */
final class EndToEndLoad {
    private static final int SENDERS = 32;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Looking costs the database something too: the end is told by the last work order, not by the last look. */
    private static final int LOOK_MILLIS = 1000;

    private static final String LAST_ORDER =
            "select (extract(epoch from max(dispatched_at)) * 1000)::bigint from work_order";

    private final int messages;
    private final int warmUp;
    private final HubSetup setup = HubSetup.fresh("load-end-to-end");
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private EndToEndLoad(int messages, int warmUp) {
        this.messages = messages;
        this.warmUp = warmUp;
    }

    public static void main(String[] arguments) throws Exception {
        new EndToEndLoad(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000,
                        Integer.getInteger("warm-up", 20_000))
                .run();
    }

    private void run() throws Exception {
        var matters = sureMatters();
        try (var hub = HubProcess.start(setup)) {
            System.out.printf(
                    Locale.ROOT, "hub ready after %.1f s%n", hub.awaitReady().toMillis() / 1e3);
            var database = HubDatabase.in(setup.data());
            System.out.printf("the first %d messages warm up%n", warmUp);
            var warming = send(matters, 0, warmUp);
            await(database, 0, warmUp, hub);
            warming.shutdown();
            accepted.set(0);
            var hubBefore = hub.server().processorSeconds();
            var databaseBefore = database.server().processorSeconds();
            var start = Instant.now();
            var senders = send(matters, warmUp, warmUp + messages);
            await(database, warmUp, warmUp + messages, hub);
            var seconds = (database.count(LAST_ORDER) - start.toEpochMilli()) / 1e3;
            senders.shutdown();
            tell(database, hub);
            System.out.printf(
                    "processor time a message: hub %s, database %s%n",
                    perMessage(hub.server().processorSeconds() - hubBefore),
                    perMessage(database.server().processorSeconds() - databaseBefore));
            System.out.printf(
                    Locale.ROOT, "messages=%d seconds=%.1f per_second=%.0f%n", messages, seconds, messages / seconds);
        }
    }

    /** Matters that the shipped rules are sure of, so that each ends as a work order. */
    private List<Matter> sureMatters() {
        var classifier = CityRules.shipped().classifier();
        var matters = new Matters(20);
        return LongStream.range(0, (warmUp + messages) * 4L)
                .mapToObj(matters::of)
                .filter(matter -> classifier.classify(asRead(matter)).sure())
                .limit(warmUp + messages)
                .toList();
    }

    private static org.intakehub.core.classification.Matter asRead(Matter matter) {
        return new org.intakehub.core.classification.Matter(
                matter.title(),
                matter.text(),
                new PlaceHint(Optional.of(matter.address()), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Confidentiality.NORMAL,
                Optional.of(Clock.systemUTC().instant()));
    }

    private ExecutorService send(List<Matter> matters, int from, int to) {
        var next = new AtomicInteger(from);
        var pool = Executors.newFixedThreadPool(SENDERS);
        for (var i = 0; i < SENDERS; i++) {
            pool.execute(() -> {
                try {
                    send(matters, next, to);
                } catch (IOException e) {
                    throw new UncheckedIOException("a sender lost its connection", e);
                }
            });
        }
        return pool;
    }

    private void send(List<Matter> matters, AtomicInteger next, int to) throws IOException {
        var signing = new Signing(setup.secret());
        var pushes = new Pushes(Clock.systemUTC());
        try (var wire = new Wire(setup.port())) {
            for (var i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
                var push = pushes.plain("load-" + i, matters.get(i));
                var reply = wire.send(Wire.call("/channels/" + HubSetup.PARTNER + "/webhook", push, signing));
                (reply.status() == 202 ? accepted : refused).incrementAndGet();
            }
        }
    }

    private void await(HubDatabase database, long before, long until, HubProcess hub)
            throws SQLException, InterruptedException {
        var start = Instant.now();
        var last = start;
        for (var settled = before; settled < until; settled = Backlog.settled(database)) {
            var now = Instant.now();
            if (now.isAfter(start.plus(LONGEST))) {
                throw new IllegalStateException(
                        "only " + settled + " of " + until + " after " + LONGEST.toMinutes() + " minutes");
            }
            if (now.isAfter(last.plusSeconds(5))) {
                last = now;
                System.out.printf(
                        "%4d s  accepted %d  settled %d  hub at most %d MiB%n",
                        Duration.between(start, now).toSeconds(),
                        accepted.get(),
                        settled - before,
                        hub.server().peakMemory());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void tell(HubDatabase database, HubProcess hub) throws SQLException {
        System.out.printf(
                "accepted %d, refused %d, cases with a work order %d, waiting for a person %d%n",
                accepted.get(),
                refused.get(),
                database.count("select count(distinct case_id) from work_order"),
                database.count("select count(*) from case_file where state = 'TRIAGE'"));
        System.out.printf(
                "memory: hub at most %d MiB, database %d MiB%n",
                hub.server().peakMemory(), database.server().memory());
    }

    /** What a message costs does not depend on what else the machine does, as its throughput does. */
    private String perMessage(double processorSeconds) {
        return String.format(Locale.ROOT, "%.2f ms", processorSeconds * 1000 / messages);
    }
}
