package org.intakehub.deploy.crash;

import java.util.concurrent.TimeUnit;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;

/** Stops the database under load: what is pushed meanwhile has to be accepted, and to be in its case afterwards. */
final class DatabaseDown {
    private static final int PER_SECOND = 60;
    private static final int BEFORE_SECONDS = 5;
    private static final int AFTER_SECONDS = 10;

    private DatabaseDown() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        System.exit(run(seconds) ? 0 : 1);
    }

    private static boolean run(int seconds) throws Exception {
        var setup = HubSetup.fresh("crash-database-down");
        var ledger = new Ledger();
        try (var database = new OutsideDatabase(setup.run().resolve("database"));
                var hub = HubProcess.start(setup.with(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres"))) {
            hub.awaitReady();
            var refused = load(seconds, setup, ledger, database);
            System.out.println("the load is over; looking for every message that was accepted");
            var audit = Audit.of(ledger, database.view(), () -> 0);
            System.out.printf("accepted=%d refused=%d lost=%d%n", ledger.size(), refused, audit.lost());
            return refused == 0 && audit.isClean();
        }
    }

    private static int load(int seconds, HubSetup setup, Ledger ledger, OutsideDatabase database) throws Exception {
        try (var partners = new Partners(setup, ledger, PER_SECOND)) {
            TimeUnit.SECONDS.sleep(BEFORE_SECONDS);
            database.stop();
            var before = ledger.size();
            System.out.printf("the database is stopped; accepted so far %d%n", before);
            TimeUnit.SECONDS.sleep(seconds);
            System.out.printf("accepted while it was down %d%n", ledger.size() - before);
            database.startAgain();
            System.out.println("the database is up again");
            TimeUnit.SECONDS.sleep(AFTER_SECONDS);
            partners.finish();
            var refusals = partners.refusals();
            System.out.printf(
                    "calls without an answer %d, answers other than 202 by status %s%n",
                    partners.unanswered(), refusals);
            return partners.unanswered()
                    + refusals.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
