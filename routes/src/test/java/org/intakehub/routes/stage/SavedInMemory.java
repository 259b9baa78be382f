package org.intakehub.routes.stage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.SourceId;

/** Cursors, health and rests of sources, for one test. */
public final class SavedInMemory implements Cursors, SourceHealth, Rests {
    private final Map<SourceId, Cursor> cursors = new HashMap<>();
    private final Map<SourceId, String> health = new HashMap<>();
    private final Map<SourceId, Duration> rests = new HashMap<>();

    @Override
    public synchronized Cursor load(SourceId source) {
        return cursors.getOrDefault(source, Cursor.START);
    }

    @Override
    public synchronized void save(SourceId source, Cursor cursor) {
        cursors.put(source, cursor);
    }

    @Override
    public synchronized void isWell(SourceId source) {
        health.put(source, "well");
    }

    @Override
    public synchronized void failed(SourceId source, String reason) {
        health.put(source, reason);
    }

    @Override
    public synchronized void quotaLeft(SourceId source, long calls) {
        health.put(source, calls + " calls left");
    }

    /** "well", why it failed last, or nothing. */
    public synchronized String health(SourceId source) {
        return health.getOrDefault(source, "");
    }

    @Override
    public synchronized boolean isResting(SourceId source) {
        return rests.containsKey(source);
    }

    @Override
    public synchronized void rest(SourceId source, Duration atLeast) {
        rests.put(source, atLeast);
    }

    /** How long the source rests; nothing if it does not. */
    public synchronized Optional<Duration> rest(SourceId source) {
        return Optional.ofNullable(rests.get(source));
    }

    /** The rest is over. */
    public synchronized void wake(SourceId source) {
        rests.remove(source);
    }
}
