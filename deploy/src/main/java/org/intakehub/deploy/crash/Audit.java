package org.intakehub.deploy.crash;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubSetup;

/**
 * Looks for everything that was promised.
 *
 * @param lost promises of which the archive or the cases know nothing
 * @param doubled messages that are in more than one case, cases that hold no message, and mails to citizens that were sent twice
 */
record Audit(int lost, int doubled) {
    private static final Duration STUCK = Duration.ofSeconds(90);

    /**
     * Waits until nothing is missing, or until nothing new was found for a minute and a half; then counts.
     *
     * @param sentTwice counts the mails that citizens got twice
     */
    static Audit of(Ledger ledger, HubDatabase database, IntSupplier sentTwice)
            throws SQLException, InterruptedException {
        var last = Integer.MAX_VALUE;
        var progress = Instant.now();
        for (var lost = lost(ledger, database); lost > 0; lost = lost(ledger, database)) {
            if (lost < last) {
                last = lost;
                progress = Instant.now();
            } else if (Instant.now().isAfter(progress.plus(STUCK))) {
                break;
            }
            TimeUnit.SECONDS.sleep(3);
        }
        awaitQuiet(database);
        return new Audit(lost(ledger, database), doubled(database) + sentTwice.getAsInt());
    }

    /** What is still on its way could double yet. */
    private static void awaitQuiet(HubDatabase database) throws SQLException, InterruptedException {
        var events = -1L;
        for (var quiet = 0; quiet < 5; ) {
            var now = database.count("select count(*) from history");
            quiet = now == events ? quiet + 1 : 0;
            events = now;
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static int lost(Ledger ledger, HubDatabase database) throws SQLException {
        var receipts = missing(ledger.receipts(), database.column("select receipt_id from raw_message"));
        var pushes = missing(ledger.pushes(), keys(HubSetup.PARTNER, database));
        var letters = missing(ledger.letters(), keys(HubSetup.MAYOR, database));
        System.out.printf("not found: %d receipts, %d pushes, %d letters%n", receipts, pushes, letters);
        return Math.max(receipts, pushes) + letters;
    }

    private static List<String> keys(String source, HubDatabase database) throws SQLException {
        return database.column("select message_key from message where source = '" + source + "'");
    }

    private static int missing(List<String> promised, List<String> found) {
        var rest = new HashSet<>(promised);
        rest.removeAll(new HashSet<>(found));
        return rest.size();
    }

    private static int doubled(HubDatabase database) throws SQLException {
        return (int) (database.count("""
                        select count(*) from (select 1 from message group by source, message_key
                            having count(distinct case_id) > 1 or count(*) > 1) as twice
                        """) + database.count("""
                        select count(*) from case_file c where not exists (select 1 from message m where m.case_id = c.id)
                        """));
    }

    boolean isClean() {
        return lost == 0 && doubled == 0;
    }
}
