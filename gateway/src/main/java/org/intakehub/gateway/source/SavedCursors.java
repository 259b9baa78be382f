package org.intakehub.gateway.source;

import java.time.Clock;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Cursors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cursors in the database. */
@Component
class SavedCursors implements Cursors {
    private final JdbcClient jdbc;
    private final Clock clock;

    SavedCursors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Cursor load(SourceId source) {
        return jdbc.sql("select value from poll_cursor where source = ?")
                .param(source.value())
                .query(String.class)
                .optional()
                .map(Cursor::new)
                .orElse(Cursor.START);
    }

    @Override
    public void save(SourceId source, Cursor cursor) {
        jdbc.sql("""
                        insert into poll_cursor (source, value, updated_at) values (?, ?, ?)
                        on conflict (source) do update set value = excluded.value, updated_at = excluded.updated_at
                        """)
                .params(source.value(), cursor.value(), Times.sql(clock.instant()))
                .update();
    }
}
