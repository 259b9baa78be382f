package org.intakehub.deploy.load;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.intakehub.deploy.hub.HubDatabase;

/** What the hub has taken in and not worked off yet, as far as the database shows. */
final class Backlog {
    private static final String SETTLED = """
            select count(*) from case_file where state not in ('ACCEPTED', 'CLASSIFIED')
            """;
    private static final int QUIET_LOOKS = 6;

    private Backlog() {}

    /** Cases that were dispatched or wait for a person. */
    static long settled(HubDatabase database) throws SQLException {
        return database.count(SETTLED);
    }

    /** Returns when three seconds brought nothing new, or when the time is up. */
    static void awaitWorkedOff(HubDatabase database, Duration atMost) throws SQLException, InterruptedException {
        var end = Instant.now().plus(atMost);
        var last = -1L;
        for (var quiet = 0; quiet < QUIET_LOOKS && Instant.now().isBefore(end); ) {
            var now = settled(database);
            quiet = now == last ? quiet + 1 : 0;
            last = now;
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
