package org.intakehub.deploy.crash;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.deploy.hub.Wire;
import org.intakehub.simulators.Matters;
import org.intakehub.simulators.Push;
import org.intakehub.simulators.Pushes;
import org.intakehub.simulators.Signing;
import org.jspecify.annotations.Nullable;

/** Partners that push at a steady pace; what was not answered with 202 is sent again under the same id until it is. */
final class Partners implements AutoCloseable {
    private static final int SENDERS = 8;
    private static final long AGAIN_MILLIS = 250;

    private final HubSetup setup;
    private final Ledger ledger;
    private final long pauseMillis;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final AtomicLong number = new AtomicLong();
    private final Map<Integer, Integer> refusals = new ConcurrentSkipListMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean isOver;

    /** @param perSecond calls in a second, by all senders together */
    // A sender ends when the tool ends it; what it saw stands in the ledger.
    @SuppressWarnings("FutureReturnValueIgnored")
    Partners(HubSetup setup, Ledger ledger, int perSecond) {
        this.setup = setup;
        this.ledger = ledger;
        this.pauseMillis = 1000L * SENDERS / perSecond;
        for (var i = 0; i < SENDERS; i++) {
            senders.execute(this::sendUntilOver);
        }
    }

    private void sendUntilOver() {
        try {
            sendOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendOn() throws InterruptedException {
        var matters = new Matters(5);
        var pushes = new Pushes(Clock.systemUTC());
        var line = new Line(setup);
        while (!isOver) {
            var push = pushes.plain(UUID.randomUUID().toString(), matters.of(number.getAndIncrement()));
            while (!isAccepted(push, line) && !isOver) {
                TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
            }
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
        }
        line.hangUp();
    }

    private boolean isAccepted(Push push, Line line) {
        try {
            var reply = line.send(push);
            if (reply.status() != 202) {
                refusals.merge(reply.status(), 1, Integer::sum);
                return false;
            }
            ledger.accepted(push.id(), reply.receiptId());
            return true;
        } catch (IOException e) {
            unanswered.incrementAndGet();
            line.hangUp();
            return false;
        }
    }

    /** How many calls the hub answered with anything but 202, by status. */
    Map<Integer, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    /** Calls that no answer came to. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        finish();
    }

    /** Ends the load; returns when the last one under way is over. */
    void finish() {
        isOver = true;
        senders.shutdown();
        try {
            if (!senders.awaitTermination(45, TimeUnit.SECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A sender's connection, made again after every failure. */
    private static final class Line {
        private final HubSetup setup;
        private final Signing signing;
        private @Nullable Wire wire;

        Line(HubSetup setup) {
            this.setup = setup;
            this.signing = new Signing(setup.secret());
        }

        Wire.Reply send(Push push) throws IOException {
            var open = wire == null ? new Wire(setup.port()) : wire;
            wire = open;
            return open.send(Wire.call("/channels/" + HubSetup.PARTNER + "/webhook", push, signing));
        }

        void hangUp() {
            try {
                if (wire != null) {
                    wire.close();
                }
            } catch (IOException e) {
                // It was of no further use anyway.
            } finally {
                wire = null;
            }
        }
    }
}
