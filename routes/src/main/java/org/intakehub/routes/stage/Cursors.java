package org.intakehub.routes.stage;

import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.SourceId;

/** Remembers across restarts how far each source was read. */
public interface Cursors {
    /** {@link Cursor#START} if nothing was saved yet. */
    Cursor load(SourceId source);

    void save(SourceId source, Cursor cursor);
}
