package org.intakehub.deploy.crash;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Signing;

/** Kills the hub under load at random moments, starts it again on the same data, and then looks for every message that was acknowledged. */
final class Kill {
    private static final int PUSHES_PER_SECOND = 120;
    /** Few: the simulated mail server searches all its mails for each that is fetched. */
    private static final int LETTERS_PER_SECOND = 1;

    private static final int LONGEST_UP_MILLIS = 8_000;
    private static final int LONGEST_START_MILLIS = 9_000;

    private final int kills;
    private final Random random = new Random();
    private final Ledger ledger = new Ledger();

    private Kill(int kills) {
        this.kills = kills;
    }

    public static void main(String[] arguments) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(Kill::report);
        var isClean = new Kill(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20).run();
        System.exit(isClean ? 0 : 1);
    }

    /** The mail server's threads take it badly when a killed hub hangs up on them. */
    private static void report(Thread thread, Throwable fault) {
        if (thread.getName().startsWith("smtp:") || thread.getName().startsWith("imap:")) {
            System.out.println("the mail server lost a connection");
        } else {
            fault.printStackTrace();
            System.exit(2);
        }
    }

    private boolean run() throws Exception {
        try (var town = MailTown.start(Signing.newSecret())) {
            var setup = HubSetup.fresh("crash-kill").with(town);
            var hub = HubProcess.start(setup);
            hub.awaitReady();
            try (var partners = new Partners(setup, ledger, PUSHES_PER_SECOND);
                    var writers = new Writers(town, ledger, LETTERS_PER_SECOND)) {
                for (var kill = 1; kill <= kills; kill++) {
                    hub = killAndRestart(kill, hub, setup);
                }
                hub.awaitReady();
                TimeUnit.SECONDS.sleep(3);
                writers.finish();
                partners.finish();
                System.out.printf(
                        "calls without an answer %d, answers other than 202 by status %s%n",
                        partners.unanswered(), partners.refusals());
            }
            return audit(hub, setup, town);
        }
    }

    /** One in four is killed while it still starts. */
    private HubProcess killAndRestart(int kill, HubProcess hub, HubSetup setup) throws InterruptedException {
        var isStarting = kill > 1 && random.nextInt(4) == 0;
        long after = random.nextInt(isStarting ? LONGEST_START_MILLIS : LONGEST_UP_MILLIS);
        if (!isStarting) {
            hub.awaitReady();
        }
        TimeUnit.MILLISECONDS.sleep(after);
        hub.kill();
        System.out.printf(
                Locale.ROOT,
                "kill %d of %d, %.1f s after it was %s; acknowledged so far %d%n",
                kill,
                kills,
                after / 1e3,
                isStarting ? "started" : "ready",
                ledger.size());
        return HubProcess.start(setup);
    }

    private boolean audit(HubProcess hub, HubSetup setup, MailTown town) throws Exception {
        try (hub) {
            System.out.println("the load is over; looking for every message that was acknowledged");
            var audit = Audit.of(ledger, HubDatabase.in(setup.data()), town::sentTwice);
            System.out.printf(
                    "kills=%d acknowledged=%d lost=%d doubled=%d%n",
                    kills, ledger.size(), audit.lost(), audit.doubled());
            return audit.isClean();
        }
    }
}
