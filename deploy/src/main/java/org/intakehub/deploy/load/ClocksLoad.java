package org.intakehub.deploy.load;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;

/** What open clocks cost a hub that looks every second for those that are due; see {@code deploy/load/clocks}. */
final class ClocksLoad {
    private static final int DUE = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** The hub's own question, without its lock. */
    private static final String LOOK =
            "explain (analyze, buffers) select k.id from clock k join case_file c on c.id = k.case_id"
                    + " where k.next_at <= now() and k.stopped_at is null and k.paused_at is null order by k.next_at limit 500";

    private final int clocks;
    private final HubSetup setup = HubSetup.fresh("load-clocks");

    private ClocksLoad(int clocks) {
        this.clocks = clocks;
    }

    public static void main(String[] arguments) throws Exception {
        new ClocksLoad(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).run();
    }

    private void run() throws Exception {
        try (var hub = HubProcess.start(setup)) {
            hub.awaitReady();
            var database = HubDatabase.in(setup.data());
            awaitTables(database);
            fill(database);
            System.out.printf("%d clocks run%n", database.count("select count(*) from clock"));
            var scans = scans(database);
            var look = look(database);
            var seconds = letSomeBecomeDue(database);
            System.out.printf(
                    Locale.ROOT,
                    "clocks=%d look_ms=%s pages=%s due=%d fired=%d twice=%d seconds=%.1f scans=%d%n",
                    clocks,
                    look[0],
                    look[1],
                    DUE,
                    database.count("select count(distinct clock_id) from notice"),
                    database.count(
                            "select count(*) from (select from notice group by clock_id having count(*) > 1) as more"),
                    seconds,
                    scans(database) - scans);
        }
    }

    /** The hub is ready before its database is. */
    private static void awaitTables(HubDatabase database) throws Exception {
        var end = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(end)) {
            try {
                database.count("select count(*) from notice");
                return;
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("the hub did not make its tables");
    }

    /** Without the index of searched words, which has nothing to do with clocks. */
    private void fill(HubDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at,"
                            + " updated_at, confidentiality, urgency, title, description)"
                            + " select gen_random_uuid(), 'load-' || n, 'ABCD1234', 'HANDLING', 'standard-webhook', 'partner', now(), now(),"
                            + " now(), 'NORMAL', 'URGENT', 'load', 'load' from generate_series(1, " + clocks
                            + ") as n");
            statement.execute(
                    "insert into clock (case_id, kind, started_at, due_at, term, policy, stops, ladder, next_at)"
                            + " select id, 'CLOSE', now(), now() + interval '10 days', '240h', 'load', 'RESULT', '100:dispatcher',"
                            + " now() + interval '1 hour' + random() * interval '10 days' from case_file");
            statement.execute("vacuum analyze clock");
            statement.execute("vacuum analyze case_file");
        }
    }

    private static String[] look(HubDatabase database) throws SQLException {
        database.column(LOOK);
        var plan = String.join("\n", database.column(LOOK));
        System.out.println(plan);
        return new String[] {found(plan, "Execution Time: ([0-9.]+) ms"), found(plan, "Buffers: shared hit=([0-9]+)")};
    }

    private static String found(String plan, String pattern) {
        var found = Pattern.compile(pattern).matcher(plan);
        return found.find() ? found.group(1) : "0";
    }

    private static double letSomeBecomeDue(HubDatabase database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update clock set next_at = now(), due_at = now() where id in (select id from clock order by id limit "
                            + DUE + ")");
        }
        var begin = Instant.now();
        while (database.count("select count(*) from notice") < DUE) {
            if (Instant.now().isAfter(begin.plus(LONGEST))) {
                throw new IllegalStateException("not all due clocks fired within " + LONGEST.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Duration.between(begin, Instant.now()).toMillis() / 1e3;
    }

    /** Sequential scans of the table, as the server counts them. */
    private static long scans(HubDatabase database) throws SQLException {
        return database.count("select coalesce(sum(seq_scan), 0) from pg_stat_user_tables where relname = 'clock'");
    }
}
