package org.intakehub.gateway.demo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Matter;
import org.intakehub.simulators.Matters;
import org.intakehub.simulators.PartnerPlatform;
import org.intakehub.simulators.Pushes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** What arrives in demo mode: ten letters and fifteen pushes in the first twenty seconds, then something every few seconds. */
class DemoTraffic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTraffic.class);

    private static final int BURST = 25;
    private static final long BURST_MILLIS = 750;
    private static final long LATER_MILLIS = 4_000;
    private static final int MOST = 4_000;
    private static final int BROKEN_EVERY = 13;
    /** Two letters for three pushes. */
    private static final int ROUND = 5;

    private final Townspeople people;
    private final Secret secret;
    private final Clock clock;
    private final Pushes pushes;
    private final Matters matters;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "demo");
        thread.setDaemon(true);
        return thread;
    });

    DemoTraffic(MailTown town, Secret secret, Clock clock) {
        this.people = new Townspeople(town, clock);
        this.secret = secret;
        this.clock = clock;
        this.pushes = new Pushes(clock);
        this.matters = new Matters(clock.millis());
    }

    @EventListener
    void begin(ApplicationReadyEvent started) {
        if (started.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var address = "http://127.0.0.1:" + web.getWebServer().getPort() + "/channels/partner/webhook";
            var partner = new PartnerPlatform(URI.create(address), secret, clock);
            timer.execute(() -> next(partner, 0));
        }
    }

    // Nobody waits for the next turn; what goes wrong in it is logged there.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void next(PartnerPlatform partner, int number) {
        try {
            deliver(partner, number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | IllegalStateException e) {
            LOG.warn(
                    "demo: number {} was not delivered: {}",
                    number,
                    e.getClass().getSimpleName());
        }
        if (number + 1 < MOST && !timer.isShutdown()) {
            timer.schedule(() -> next(partner, number + 1), number < BURST ? BURST_MILLIS : LATER_MILLIS, MILLISECONDS);
        }
    }

    private void deliver(PartnerPlatform partner, int number) throws IOException, InterruptedException {
        var matter = matters.of(number);
        if (number % ROUND % 2 == 1) {
            people.write(matter);
        } else {
            push(partner, number, matter);
        }
    }

    private void push(PartnerPlatform partner, int number, Matter matter) throws IOException, InterruptedException {
        var id = "demo-" + UUID.randomUUID();
        var push = number % BROKEN_EVERY == BROKEN_EVERY - 1
                ? pushes.broken(id, matter)
                : number % 2 == 0 ? pushes.plain(id, matter) : pushes.event(id, matter);
        var answered = partner.push(push);
        if (!answered.isAccepted()) {
            LOG.warn("demo: number {} was answered with status {}", number, answered.status());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
