package org.intakehub.gateway.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after a few wrong passwords for one account from one address, or from one address for any account, each further
 * one doubles the wait. Counted on this node and forgotten after a quiet while.
 */
@Component
class LoginThrottle {
    private static final int FREE = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = LONGEST.multipliedBy(2);
    private static final int MOST = 50_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long the next try has to wait; zero if it may come now. */
    synchronized Duration wait(String username, String address) {
        var one = wait(failures.get(pair(username, address)), FREE);
        var all = wait(failures.get(address), FREE_PER_ADDRESS);
        return one.compareTo(all) > 0 ? one : all;
    }

    synchronized void failed(String username, String address) {
        var now = clock.instant();
        for (var key : new String[] {pair(username, address), address}) {
            var known = failures.get(key);
            var before = known == null || known.last().plus(FORGOTTEN).isBefore(now) ? 0 : known.count();
            failures.put(key, new Failures(before + 1, now));
        }
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(pair(username, address));
    }

    private Duration wait(@Nullable Failures known, int free) {
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(known.count() - free, 12));
        var pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        var left = Duration.between(clock.instant(), known.last().plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String pair(String username, String address) {
        return username + " " + address;
    }

    private record Failures(int count, Instant last) {}
}
