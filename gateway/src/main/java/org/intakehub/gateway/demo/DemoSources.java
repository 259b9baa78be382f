package org.intakehub.gateway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.simulators.FarEnds;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Signing;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With {@code --demo} or {@code intake.demo=true}: settings of a mailbox, a partner and every platform, with free ports and secrets of
 * this start, as if somebody had written them down. What is really written down goes first.
 */
final class DemoSources implements EnvironmentPostProcessor {
    static final String SWITCH = "intake.demo";
    static final String MAILBOX = "intake.sources.mayor.";
    static final String PARTNER = "intake.sources.partner.";

    /** A demo has to be light. */
    private static final List<String> SLOWER = List.of("urban", "province", "hotline", "board", "site");

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
        var ends = farEnds(application);
        settings.putAll(ends.settings());
        SLOWER.forEach(source -> settings.put("intake.sources." + source + ".poll-every", "6s"));
        environment.getPropertySources().addLast(new DemoSettings(settings, ends));
    }

    /** They stand before the hub, which is told their ports, and go with it, even if it does not come up. */
    private static FarEnds farEnds(SpringApplication application) {
        try {
            var ends = FarEnds.start(Clock.systemUTC());
            ApplicationListener<ApplicationEvent> end = event -> {
                if (event instanceof ContextClosedEvent || event instanceof ApplicationFailedEvent) {
                    ends.close();
                }
            };
            application.addListeners(end);
            return ends;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the demo's platforms", e);
        }
    }

    /** The demo's settings, with the far ends that they tell of. */
    static final class DemoSettings extends MapPropertySource {
        static final String NAME = "demo";

        private final FarEnds ends;

        DemoSettings(Map<String, Object> settings, FarEnds ends) {
            super(NAME, settings);
            this.ends = ends;
        }

        FarEnds ends() {
            return ends;
        }
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
