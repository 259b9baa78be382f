package org.intakehub.adapter.weibo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/**
 * How far the lists have been read; what a cursor says.
 *
 * @param since for each list the newest id up to which everything was found
 * @param list number of the list that is being read
 * @param newest the newest id of the list that is being read; its next {@code since}
 * @param before where the next page of that list begins; zero: at its newest
 * @param calls calls of this round
 * @param ended when the last round ended; the epoch: none ended
 */
record Progress(
        Map<PolledList, BigInteger> since, int list, BigInteger newest, BigInteger before, int calls, Instant ended) {
    static final Progress START = new Progress(Map.of(), 0, BigInteger.ZERO, BigInteger.ZERO, 0, Instant.EPOCH);

    Progress {
        since = Map.copyOf(since);
    }

    /** A cursor that another version wrote is the start: what is found again is known by its key. */
    static Progress of(Cursor cursor) {
        if (cursor.equals(Cursor.START)) {
            return START;
        }
        try {
            var json = Json.read(Payload.of(cursor.value(), StandardCharsets.UTF_8));
            var since = new TreeMap<PolledList, BigInteger>();
            for (var list : PolledList.values()) {
                Json.id(json.path("since"), list.name()).map(BigInteger::new).ifPresent(id -> since.put(list, id));
            }
            return new Progress(
                    since,
                    json.path("list").asInt(0),
                    json.path("newest").asBigInteger(BigInteger.ZERO),
                    json.path("before").asBigInteger(BigInteger.ZERO),
                    json.path("calls").asInt(0),
                    Instant.ofEpochMilli(json.path("ended").asLong(0)));
        } catch (MalformedMessage e) {
            return START;
        }
    }

    Cursor cursor() {
        var ids = new TreeMap<String, BigInteger>();
        since.forEach((which, id) -> ids.put(which.name(), id));
        var json = new LinkedHashMap<String, Object>();
        json.put("since", ids);
        json.put("list", list);
        json.put("newest", newest);
        json.put("before", before);
        json.put("calls", calls);
        json.put("ended", ended.toEpochMilli());
        return new Cursor(Json.write(json));
    }

    BigInteger since(PolledList which) {
        return Optional.ofNullable(since.get(which)).orElse(BigInteger.ZERO);
    }

    /** Whether a new round has to wait, so that the calls of the last one are spread over the day. */
    boolean isTooEarly(Instant now, Duration timeOfACall) {
        var isBetweenRounds = list == 0 && before.signum() == 0;
        // a clock that was set back must not stop the asking
        return isBetweenRounds && !now.isBefore(ended) && now.isBefore(ended.plus(timeOfACall.multipliedBy(calls)));
    }

    /** Counting begins anew with each round. */
    private int callsSoFar() {
        return list == 0 && before.signum() == 0 ? 0 : calls;
    }

    /** Behind a page that has older ones behind it. */
    Progress paged(BigInteger top, BigInteger oldest) {
        return new Progress(since, list, newest.max(top), oldest.subtract(BigInteger.ONE), callsSoFar() + 1, ended);
    }

    /** Behind the last page of a list. */
    Progress read(PolledList which, BigInteger top, int lists, Instant now) {
        var ids = new TreeMap<>(since);
        ids.put(which, since(which).max(newest).max(top));
        var last = list + 1 >= lists;
        return new Progress(
                ids, last ? 0 : list + 1, BigInteger.ZERO, BigInteger.ZERO, callsSoFar() + 1, last ? now : ended);
    }
}
