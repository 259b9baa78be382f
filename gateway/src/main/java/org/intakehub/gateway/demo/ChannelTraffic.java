package org.intakehub.gateway.demo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.intakehub.simulators.FarEnds;
import org.intakehub.simulators.Matters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** What arrives in demo mode on the channels with a platform: something on each in the first fifteen seconds, then one every few seconds. */
class ChannelTraffic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelTraffic.class);

    private static final long FIRST_ROUND_MILLIS = 1_200;
    private static final long LATER_MILLIS = 6_000;
    private static final int MOST = 2_500;
    /** Far from the numbers of the letters and pushes, so that nobody says the same. */
    private static final long FIRST_MATTER = 1_000_000;

    private final FarEnds ends;
    private final Clock clock;
    private final Matters matters;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "demo-channels");
        thread.setDaemon(true);
        return thread;
    });

    ChannelTraffic(FarEnds ends, Clock clock) {
        this.ends = ends;
        this.clock = clock;
        matters = new Matters(clock.millis());
    }

    @EventListener
    void begin(ApplicationReadyEvent started) {
        if (started.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var hub = URI.create("http://127.0.0.1:" + web.getWebServer().getPort() + "/channels/");
            var speakers = new Speakers(hub, ends, clock).all();
            timer.execute(() -> next(speakers, 0));
        }
    }

    // Nobody waits for the next turn; what goes wrong in it is logged there.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void next(List<Speakers.Speaker> speakers, int number) {
        try {
            speakers.get(number % speakers.size()).say(matters.of(FIRST_MATTER + number), number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | IllegalStateException e) {
            LOG.warn(
                    "demo: number {} was not delivered on its channel: {}",
                    number,
                    e.getClass().getSimpleName());
        }
        if (number + 1 < MOST && !timer.isShutdown()) {
            var wait = number < speakers.size() ? FIRST_ROUND_MILLIS : LATER_MILLIS;
            timer.schedule(() -> next(speakers, number + 1), wait, MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
