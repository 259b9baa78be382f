package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.classify.Triage;
import org.intakehub.gateway.filing.FileStage;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.RawMessages;
import org.intakehub.routes.stage.ReceiptIds;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A hub with a partner and a mailbox whose door is open and whose stages stand still, so that a test runs them one by one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class StoppedRoad {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String LAMP = "{\"title\":\"路灯不亮\",\"description\":\"东风路的路灯坏了一周\",\"citizen\":{\"name\":\"周晓雨\"}}";

    static final String WATER_SECRET = "whsec_d2F0ZXIgY29tcGFueSdzIHNlY3JldCBvZiBiZWZvcmU=";
    static final String WATER_NEXT_SECRET = "whsec_d2F0ZXIgY29tcGFueSdzIHNlY3JldCBmcm9tIG5vdyBvbg==";
    static final String GAS_SECRET = "whsec_Z2FzIGNvbXBhbnkncyBzZWNyZXQgYXQgaXRzIGVuZHBvaW50";

    static final ForumSite FORUM = new ForumSite();
    static final UnitSite UNITS = new UnitSite();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamelContext camel;

    @Autowired
    FileStage file;

    @Autowired
    Triage triage;

    @Autowired
    ReceiptIds receipts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var directory = freshDirectory();
        registry.add("intake.data-directory", () -> directory);
        registry.add("intake.sources.partner.channel", () -> "standard-webhook");
        registry.add("intake.sources.partner.secrets[0]", () -> SECRET);
        registry.add("intake.sources.partner.limits.max-body", () -> "64KB");
        registry.add("intake.sources.province.channel", () -> "governor-mailbox");
        registry.add("intake.sources.police.channel", () -> "police-110");
        registry.add("intake.sources.police.api-keys[0]", () -> "a key of the centre");
        registry.add("intake.sources.board.channel", () -> "people-daily");
        registry.add("intake.sources.board.url", () -> "http://127.0.0.1:9");
        registry.add("intake.sources.board.mode", () -> "form");
        registry.add("intake.sources.board.forums[0]", () -> "539");
        registry.add("intake.sources.board.since", () -> "2026-01-01");
        registry.add("intake.sources.board.pace", () -> "1500ms");
        registry.add("intake.sources.board.watch.every", () -> "3h");
        registry.add("intake.sources.site.channel", () -> "government-website");
        registry.add("intake.sources.site.url", () -> "http://127.0.0.1:9");
        registry.add("intake.sources.site.profile", () -> "hdjlpt");
        registry.add("intake.sources.site.hdjlpt.site-id", () -> "7");
        registry.add("intake.sources.site.hdjlpt.rows", () -> "data.list");
        registry.add("intake.sources.site.fields.id", () -> "letter_id");
        registry.add("intake.sources.site.fields.title", () -> "subject");
        registry.add("intake.sources.site.fields.reply-department", () -> "unit");
        registry.add("intake.sources.duty.channel", () -> "emergency-office");
        registry.add("intake.sources.duty.signing-keys[0]", () -> "a key of the office");
        registry.add("intake.sources.phone.channel", () -> "telephone");
        registry.add("intake.sources.phone.keys[0]", () -> "a key of the switch");
        registry.add("intake.sources.mayor-form.channel", () -> "web-form");
        registry.add("intake.sources.mayor-form.desk", () -> "mayor-mailbox");
        registry.add("intake.counter.work-bits", () -> "8");
        registry.add("intake.counter.forms-without-work", () -> "3");
        registry.add("intake.counter.max-file", () -> "1MB");
        registry.add("intake.counter.max-form", () -> "2MB");
        registry.add("intake.sources.forum.channel", () -> "web-feed");
        registry.add("intake.sources.forum.url", FORUM::address);
        registry.add("intake.sources.forum.poll-every", () -> "1h");
        registry.add("intake.sources.letters.channel", () -> "mayor-mailbox");
        registry.add("intake.sources.letters.host", () -> "127.0.0.1");
        registry.add("intake.sources.letters.port", () -> "9");
        registry.add("intake.sources.letters.user", () -> "mayor");
        registry.add("intake.sources.letters.password", () -> "unused password");
        registry.add("intake.sources.letters.from", () -> "mayor@example.org");
        registry.add("intake.sources.letters.smtp.host", () -> "127.0.0.1");
        registry.add("intake.units.gongshui.webhook.url", () -> UNITS.address("/water"));
        registry.add("intake.units.gongshui.webhook.secrets[0]", () -> WATER_NEXT_SECRET);
        registry.add("intake.units.gongshui.webhook.secrets[1]", () -> WATER_SECRET);
        registry.add("intake.units.gongshui.webhook.private-addresses", () -> "true");
        registry.add("intake.units.ranqi.webhook.url", () -> UNITS.address("/gas"));
        registry.add("intake.units.ranqi.webhook.secrets[0]", () -> GAS_SECRET);
        registry.add("intake.units.ranqi.webhook.private-addresses", () -> "true");
    }

    private static String freshDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "road-")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void standStillAndForgetEverything() throws Exception {
        for (var route : camel.getRoutes()) {
            if (!route.getRouteId().equals("receive")) {
                camel.getRouteController().stopRoute(route.getRouteId());
            }
        }
        EmptyTables.of(
                jdbc,
                "raw_message, case_file, case_words, message, attachment, history, work_order, clock, notice, reply, outbox,"
                        + " refusal, dead_letter, citizen cascade");
    }

    static RawMessage push(String delivery, String webhookId, String body) {
        return new RawMessage(
                new ChannelId("standard-webhook"),
                new SourceId("partner"),
                delivery,
                Instant.parse("2026-11-23T02:00:00Z"),
                Map.of("content-type", "application/json", "webhook-id", webhookId),
                Payload.of(body, UTF_8),
                SignatureStatus.VERIFIED);
    }

    static RawMessage push(String id, String body) {
        return push(id, id, body);
    }

    /** @param headers further header lines */
    static RawMessage mail(String id, String from, String subject, String... headers) {
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        var text = "From: " + from + "\r\nTo: mayor@example.org\r\nSubject: " + subject + "\r\nMessage-ID: <" + id
                + ">\r\nDate: Mon, 23 Nov 2026 10:00:00 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n" + more
                + "\r\n东风路的路灯坏了\r\n";
        return new RawMessage(
                new ChannelId("mayor-mailbox"),
                new SourceId("letters"),
                "imap:1:" + id,
                Instant.parse("2026-11-23T02:00:00Z"),
                Map.of("content-type", "message/rfc822"),
                Payload.of(text, UTF_8),
                SignatureStatus.FETCHED);
    }

    String receipt(RawMessage raw) {
        return receipts.of(raw.source(), raw.deliveryId());
    }

    Delivery delivery(RawMessage raw) {
        var hop = RawMessages.hop(receipt(raw), raw);
        return new Delivery(hop.body(), hop.headers(), 1);
    }

    static Delivery delivery(UUID id) {
        return new Delivery(Payload.of(id.toString(), UTF_8), Map.of(), 1);
    }

    List<Hop> run(RawMessage raw) {
        return file.run(delivery(raw));
    }

    /** Files the message and gives the case that it opened. */
    UUID open(RawMessage raw) {
        return run(raw).stream()
                .filter(hop -> hop.queue().equals(Queues.CLASSIFY))
                .map(hop -> UUID.fromString(hop.body().text(UTF_8)))
                .findFirst()
                .orElseThrow();
    }

    /** Puts the case before a person. */
    void toTriage(UUID caseId) {
        jdbc.sql("update case_file set state = 'TRIAGE' where id = ?")
                .param(caseId)
                .update();
    }

    int revision(UUID caseId) {
        return number("select revision from case_file where id = ?", caseId);
    }

    int cases() {
        return number("select count(*) from case_file");
    }

    int number(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    String text(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).single();
    }
}
