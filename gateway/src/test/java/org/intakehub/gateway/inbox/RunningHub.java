package org.intakehub.gateway.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.intakehub.gateway.account.KnownPeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole hub with a partner, a mailbox and a broken source, its own database and broker under {@code target/}, started once for all tests that extend this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({KnownPeople.class, SampleCases.class})
public abstract class RunningHub {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SampleCases samples;

    @Autowired
    KnownPeople people;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        // Asked for again and again; the answer has to stay the same.
        var directory = freshDirectory();
        registry.add("intake.data-directory", () -> directory);
        registry.add("intake.sources.duty.channel", () -> "emergency-office");
        registry.add("intake.sources.duty.signing-keys[0]", () -> "a key of the office");
        registry.add("intake.sources.phone.channel", () -> "telephone");
        registry.add("intake.sources.phone.keys[0]", () -> "a key of the switch");
        registry.add("intake.sources.app.channel", () -> "open311");
        registry.add("intake.sources.app.api-keys[0]", () -> "a key of the application");
        registry.add("intake.sources.app.jurisdiction", () -> "city.example.org");
        registry.add("intake.sources.app.services[0].code", () -> "lamp");
        registry.add("intake.sources.app.services[0].name", () -> "路灯不亮");
        registry.add("intake.sources.app.discovery.url", () -> "https://hub.example.org/channels/app");
        registry.add("intake.sources.app.discovery.changeset", () -> "2026-11-23T00:00:00Z");
        registry.add("intake.sources.mayor-form.channel", () -> "web-form");
        registry.add("intake.sources.mayor-form.desk", () -> "mayor-mailbox");
        registry.add("intake.sources.website-form.channel", () -> "web-form");
        registry.add("intake.sources.partner.channel", () -> "standard-webhook");
        registry.add("intake.sources.partner.secrets[0]", () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        registry.add("intake.sources.partner.credential-expires", () -> "2026-12-05");
        registry.add("intake.sources.mailbox.channel", () -> "mayor-mailbox");
        registry.add("intake.sources.mailbox.host", () -> "127.0.0.1");
        registry.add("intake.sources.mailbox.port", () -> "9");
        registry.add("intake.sources.mailbox.user", () -> "mayor");
        registry.add("intake.sources.mailbox.password", () -> "unused password");
        registry.add("intake.sources.mailbox.from", () -> "mayor@example.org");
        registry.add("intake.sources.mailbox.smtp.host", () -> "127.0.0.1");
        registry.add("intake.sources.lights.channel", () -> "standard-webhook");
        registry.add("intake.sources.lights.secrets[0]", () -> "short");
        registry.add("intake.broker.port", () -> BROKER);
        registry.add("intake.units.gongshui.queue.password", () -> "password of the water company");
        registry.add("intake.units.ranqi.queue.password", () -> "password of the gas company");
        registry.add("intake.units.gongdian.queue.password", () -> "password of the electricity company");
        registry.add("intake.mail.host", () -> "127.0.0.1");
        registry.add("intake.mail.port", UnitMailbox::port);
        registry.add("intake.mail.tls", () -> "false");
        registry.add("intake.mail.from", () -> "hub@city.example.org");
        registry.add("intake.units.chengguan.mail.to", () -> "orders@chengguan.example.org");
        registry.add("intake.units.gongshui.webhook.url", () -> "https://water.example.org/work-orders");
        registry.add("intake.units.gongshui.webhook.secrets[0]", () -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    /** Where units come to the broker. */
    static final int BROKER = freePort();

    private static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String freshDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "hub-")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void startAfresh() {
        samples.removeAll();
        people.save();
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }
}
