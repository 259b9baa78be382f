package org.intakehub.gateway.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Payload;
import org.springframework.stereotype.Component;

/** What this node took in lately, so that a repeated delivery is answered at the door; the stages know older ones. */
@Component
class RecentDeliveries {
    private static final int MOST = 100_000;
    /** A send to the journal that takes longer has failed without saying so. */
    private static final Duration IN_PROGRESS = Duration.ofSeconds(60);

    private final Map<String, Delivery> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Delivery> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    RecentDeliveries(Clock clock) {
        this.clock = clock;
    }

    /** Notes the delivery as begun, unless it is known: then says what is known of it. */
    Optional<Delivery> begin(String receiptId, Payload body) {
        // Hashing takes its time: never inside the lock.
        return begin(receiptId, body.sha256(), clock.instant());
    }

    private synchronized Optional<Delivery> begin(String receiptId, String sha256, Instant now) {
        var known = recent.get(receiptId);
        if (known != null
                && (known.isStored() || known.since().plus(IN_PROGRESS).isAfter(now))) {
            return Optional.of(known);
        }
        recent.put(receiptId, new Delivery(sha256, false, now));
        return Optional.empty();
    }

    synchronized void stored(String receiptId) {
        recent.computeIfPresent(receiptId, (id, known) -> new Delivery(known.sha256(), true, known.since()));
    }

    synchronized void forget(String receiptId) {
        recent.remove(receiptId);
    }

    /** @param isStored durable in the journal; otherwise still on the way there */
    record Delivery(String sha256, boolean isStored, Instant since) {}
}
