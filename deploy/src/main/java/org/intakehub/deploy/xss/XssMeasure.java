package org.intakehub.deploy.xss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.simulators.FarEnds;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Signing;

/** Puts each text through every channel and field of the packaged hub, opens every page that shows one, and tells what ran. */
final class XssMeasure {
    private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final String ADMIN = "measure";

    private final List<String> payloads;
    private final HubSetup setup;
    private final FarEnds ends;
    private final MailTown mails;

    private XssMeasure(List<String> payloads, FarEnds ends, MailTown mails) {
        this.payloads = payloads;
        this.ends = ends;
        this.mails = mails;
        var settings = new ArrayList<String>();
        ends.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--intake.sources.form.channel=web-form");
        settings.add("--intake.counter.forms=1000000");
        settings.add("--intake.counter.forms-without-work=1000000");
        this.setup = HubSetup.fresh("measure-xss").with(mails).with(settings.toArray(String[]::new));
    }

    public static void main(String[] arguments) throws Exception {
        var payloads = Payloads.in(Path.of(arguments[0]));
        var most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : payloads.size();
        try (var ends = FarEnds.start(Clock.systemUTC());
                var mails = MailTown.start(Signing.newSecret())) {
            new XssMeasure(payloads.subList(0, Math.min(most, payloads.size())), ends, mails).run();
        }
    }

    private void run() throws Exception {
        try (var hub = HubProcess.start(setup)) {
            hub.awaitReady();
            var database = HubDatabase.in(setup.data());
            var town = new HostileTown(setup, ends, mails, Clock.systemUTC());
            var said = 0;
            for (var number = 0; number < payloads.size(); number++) {
                said += town.say(payloads.get(number), number);
            }
            await(database);
            System.out.printf(
                    "%d messages said, %d cases opened, %d messages kept aside%n",
                    said,
                    database.count("select count(*) from case_file"),
                    database.count("select count(*) from raw_message where state <> 'FILED'"));
            compare(database);
            try (var browser = Watched.start("http://127.0.0.1:" + setup.port())) {
                new Rounds(browser, new HostileDesk(browser), database, payloads).go(ADMIN, password());
                System.out.printf("payloads=%d pages=%d ran=%d%n", payloads.size(), browser.pages(), browser.ran());
            }
        }
    }

    /** Until nothing has come in for a while: some channels are asked in rounds. */
    private static void await(HubDatabase database) throws SQLException, InterruptedException {
        var end = Instant.now().plus(LONGEST);
        var last = -1L;
        var since = Instant.now();
        while (Instant.now().isBefore(end) && Instant.now().isBefore(since.plus(QUIET))) {
            var messages = database.count("select count(*) from raw_message");
            if (messages != last) {
                last = messages;
                since = Instant.now();
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** What the partner pushed, and what the case says: both have to be the same, character for character. */
    private void compare(HubDatabase database) throws SQLException {
        var unchanged = 0;
        var changed = new ArrayList<String>();
        for (var number = 0; number < payloads.size(); number++) {
            var texts = database.column(
                    "select text from message where external_id = '" + HostileTown.EXACT + number + "'");
            if (texts.equals(
                    List.of(HostileTown.matter(payloads.get(number), number).text()))) {
                unchanged++;
            } else {
                changed.add(Integer.toString(number));
            }
        }
        System.out.printf(
                "unchanged=%d/%d%s%n", unchanged, payloads.size(), changed.isEmpty() ? "" : " changed: " + changed);
    }

    private String password() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        setup.jar().toString(),
                        "create-admin",
                        "--username=" + ADMIN,
                        "--intake.data-directory=" + setup.data())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var password = PASSWORD.matcher(said);
        if (process.waitFor() != 0 || !password.find()) {
            throw new IllegalStateException("no administrator could be made");
        }
        return password.group(1);
    }
}
