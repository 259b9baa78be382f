package org.intakehub.gateway.counter;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what each address does at the counter; the addresses seen longest ago are forgotten first. */
@Component
class VisitorRates {
    private static final int MOST = 50_000;
    /** A case is asked for from few places; more than this is somebody trying codes. */
    private static final int PLACES_PER_CASE = 10;

    private final CounterSettings settings;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    VisitorRates(CounterSettings settings) {
        this.settings = settings;
    }

    /** Any call that changes or asks something; looked at before its body is read. */
    boolean mayKnock(String address) {
        return take("knock " + network(address), 2L * (settings.forms() + settings.lookups()));
    }

    boolean maySend(String address, boolean hasWorked) {
        return hasWorked
                ? take("form " + network(address), settings.forms())
                : take("plain " + network(address), settings.formsWithoutWork());
    }

    boolean mayLookUp(String address, String caseNumber) {
        return take("look " + network(address), settings.lookups())
                && take("case " + caseNumber, (long) settings.lookups() * PLACES_PER_CASE);
    }

    private boolean take(String what, long most) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(what, none -> bucket(most)).tryConsume(1);
        }
    }

    private Bucket bucket(long most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, settings.per()))
                .build();
    }

    /** An IPv6 visitor owns 2^64 addresses: they count as one. The argument is the connection's own address, never a name. */
    private static String network(String address) {
        try {
            return address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
