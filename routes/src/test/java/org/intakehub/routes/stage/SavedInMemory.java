package org.intakehub.routes.stage;

import java.util.HashMap;
import java.util.Map;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.SourceId;

/** Cursors and health of sources, for one test. */
public final class SavedInMemory implements Cursors, SourceHealth {
    private final Map<SourceId, Cursor> cursors = new HashMap<>();
    private final Map<SourceId, String> health = new HashMap<>();

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

    /** "well", why it failed last, or nothing. */
    public synchronized String health(SourceId source) {
        return health.getOrDefault(source, "");
    }
}
