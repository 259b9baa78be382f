package org.intakehub.gateway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Signing;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With {@code --demo} or {@code intake.demo=true}: settings of a mailbox and a partner, with free ports and secrets of this start, as if
 * somebody had written them down. What is really written down goes first.
 */
final class DemoSources implements EnvironmentPostProcessor {
    static final String SWITCH = "intake.demo";
    static final String MAILBOX = "intake.sources.mayor.";
    static final String PARTNER = "intake.sources.partner.";

    private static final String FLAG = "demo";
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isOn(environment, FLAG) && !isOn(environment, SWITCH)) {
            return;
        }
        var settings = new TreeMap<String, Object>(Map.of(SWITCH, "true"));
        settings.putAll(mailbox());
        settings.put(PARTNER + "channel", "standard-webhook");
        settings.put(PARTNER + "secrets[0]", Signing.newSecret().value());
        environment.getPropertySources().addLast(new MapPropertySource("demo", settings));
    }

    /** A flag without a value is on. */
    private static boolean isOn(ConfigurableEnvironment environment, String name) {
        var value = environment.getProperty(name);
        return value != null && !value.equalsIgnoreCase("false");
    }

    private static Map<String, String> mailbox() {
        try (var imap = freePort();
                var smtp = freePort()) {
            return Map.ofEntries(
                    entry("channel", "mayor-mailbox"),
                    entry("host", LOOPBACK),
                    entry("port", String.valueOf(imap.getLocalPort())),
                    entry("tls", "false"),
                    entry("user", MailTown.MAYOR),
                    entry("password", Signing.newSecret().value()),
                    entry("poll-every", "2s"),
                    entry("from", MailTown.MAYOR),
                    entry("smtp.host", LOOPBACK),
                    entry("smtp.port", String.valueOf(smtp.getLocalPort())),
                    entry("smtp.tls", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the demo's mail server", e);
        }
    }

    private static Map.Entry<String, String> entry(String setting, String value) {
        return Map.entry(MAILBOX + setting, value);
    }

    private static ServerSocket freePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
