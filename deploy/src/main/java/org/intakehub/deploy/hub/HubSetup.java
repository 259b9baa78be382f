package org.intakehub.deploy.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Signing;

/**
 * How the hub is started for a run: its jar, its port, a fresh data directory below target, and its settings.
 *
 * @param data the data directory; kept when the hub is started again
 */
public record HubSetup(Path jar, Path data, int port, Secret secret, List<String> arguments) {
    /** The source that partners push to. */
    public static final String PARTNER = "partner";
    /** The source that reads the mayor's mailbox. */
    public static final String MAYOR = "mayor";

    private static final Path JAR = Path.of("gateway/target/intake-hub-app.jar");
    private static final String SOURCE = "--intake.sources." + PARTNER + ".";

    public HubSetup {
        arguments = List.copyOf(arguments);
    }

    /** One partner without a limit on its rate, in {@code target/NAME}, which is emptied. */
    public static HubSetup fresh(String name) {
        var run = Path.of("target", name).toAbsolutePath();
        empty(run);
        var port = freePort();
        var secret = Signing.newSecret();
        var arguments = List.of(
                "--server.port=" + port,
                "--intake.data-directory=" + run.resolve("data"),
                SOURCE + "channel=standard-webhook",
                SOURCE + "secrets[0]=" + secret.value(),
                SOURCE + "limits.calls-per-minute=600000000",
                SOURCE + "limits.burst=1000000");
        return new HubSetup(copyOfJar(run), run.resolve("data"), port, secret, arguments);
    }

    /** What is built meanwhile does not change what is measured. */
    private static Path copyOfJar(Path run) {
        try {
            return Files.copy(JAR, run.resolve("hub.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException("the hub is not built", e);
        }
    }

    /** The same with further settings. */
    public HubSetup with(String... settings) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(settings));
        return new HubSetup(jar, data, port, secret, all);
    }

    /** The same with a mailbox that is looked into every second. */
    public HubSetup with(MailTown town) {
        var mailbox = "--intake.sources." + MAYOR + ".";
        var settings = Map.of(
                "channel",
                "mayor-mailbox",
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(town.imapPort()),
                "tls",
                "false",
                "user",
                MailTown.MAYOR,
                "password",
                town.password().value(),
                "poll-every",
                "1s",
                "from",
                MailTown.MAYOR,
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                String.valueOf(town.smtpPort()));
        var mails = new ArrayList<String>();
        settings.forEach((name, value) -> mails.add(mailbox + name + "=" + value));
        mails.add(mailbox + "smtp.tls=false");
        return with(mails.toArray(String[]::new));
    }

    /** Where logs and further files of this run go. */
    public Path run() {
        return Objects.requireNonNull(data.getParent());
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static void empty(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (var files = Files.walk(directory)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of the last run cannot be emptied", e);
        }
    }

    @Override
    public String toString() {
        return "HubSetup[" + port + "]";
    }
}
