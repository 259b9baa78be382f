package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.archive.BlobStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases with everything that hangs on them, written straight into the database. */
@Component
class SampleCases {
    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final BlobStore blobs;
    /** Beyond the numbers that the hub itself hands out in a test. */
    private final AtomicInteger numbers = new AtomicInteger(900_000);

    SampleCases(JdbcClient jdbc, Supplier<UUID> ids, BlobStore blobs) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.blobs = blobs;
    }

    void removeAll() {
        EmptyTables.of(
                jdbc,
                "user_account, api_key, raw_message, case_file, message, attachment, history, work_order, clock,"
                        + " reply, outbox, refusal, dead_letter, webhook_delivery, webhook_endpoint, webhook_event,"
                        + " phone_call, call_back, emergency, citizen, outage, unit_action cascade");
    }

    /** A case of the mailbox in state DISPATCHED with the title and the text. */
    UUID add(String title, String text) {
        return add(title, text, "DISPATCHED", "mayor-mailbox", "0302", Confidentiality.NORMAL);
    }

    UUID add(
            String title, String text, String state, String channel, String category, Confidentiality confidentiality) {
        var id = ids.get();
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at,"
                        + " updated_at, citizen_name, citizen_phones, citizen_email, confidentiality, title, description,"
                        + " address, division, area, category, confidence, appeal_type, candidates, reasons)"
                        + " values (:id, :number, 'ABCD1234', :state, :channel, :source, :now, :now, :now, '周晓雨',"
                        + " array['13900001234'], 'xiaoyu@example.org', :confidentiality, :title, :text, '东风路 12 号',"
                        + " '340181004', 'URBAN', :category, 0.62, 'COMPLAINT',"
                        + " '[{\"category\":\"0302\",\"score\":4.0,\"reasons\":[\"占道\",\"流动摊贩\"]},{\"category\":\"0301\",\"score\":2.0,\"reasons\":[\"垃圾\"]}]',"
                        + " '[\"占道\",\"流动摊贩\"]')")
                .param("id", id)
                .param("number", "340181-20261123-%06d".formatted(numbers.incrementAndGet()))
                .param("state", state)
                .param("channel", channel)
                .param("source", channel.equals("mayor-mailbox") ? "mailbox" : "partner")
                .param("now", now)
                .param("confidentiality", confidentiality.name())
                .param("title", title)
                .param("text", text)
                .param("category", category)
                .update();
        history(id, "road", "OPENED", "{}");
        return id;
    }

    void history(UUID caseId, String actor, String kind, String detail) {
        jdbc.sql("insert into history (case_id, at, actor, kind, detail) values (?, now(), ?, ?, ?::jsonb)")
                .params(caseId, actor, kind, detail)
                .update();
    }

    /** Somebody has had it shown to him how the case's citizen is reached. */
    void revealed(UUID caseId, String username) {
        jdbc.sql("insert into revelation (case_id, username, until) values (?, ?, now() + interval '30 minutes')"
                        + " on conflict do nothing")
                .params(caseId, username)
                .update();
    }

    void workOrder(UUID caseId, String unit, String role) {
        jdbc.sql(
                        "insert into work_order (id, case_id, unit, role, reason, dispatched_at) values (?, ?, ?, ?, '规则 0302', now())")
                .params(ids.get(), caseId, unit, role)
                .update();
        jdbc.sql(
                        "insert into clock (case_id, kind, started_at, due_at) values (?, 'FIRST_CONTACT', now(), now() + interval '1 hour')"
                                + " on conflict do nothing")
                .param(caseId)
                .update();
    }

    /** Adds a raw message and gives its receipt. */
    String raw(String channel, String state, String reason, String body) {
        var receipt = "R" + ids.get().toString().replace("-", "").substring(8);
        jdbc.sql(
                        "insert into raw_message (receipt_id, channel, source, delivery_id, received_at, signature, sha256, size,"
                                + " headers, body, state, reason) values (?, ?, ?, ?, now(), 'VERIFIED', ?, ?,"
                                + " '{\"content-type\":\"text/plain\"}'::jsonb, ?, ?, ?)")
                .params(
                        receipt,
                        channel,
                        channel.equals("mayor-mailbox") ? "mailbox" : "partner",
                        receipt,
                        sha256(body),
                        body.getBytes(UTF_8).length,
                        body.getBytes(UTF_8),
                        state,
                        reason)
                .update();
        return receipt;
    }

    /** Adds a message to a case and gives its id. */
    UUID message(UUID caseId, String receipt, String title, String text, String folded) {
        var id = ids.get();
        jdbc.sql(
                        "insert into message (id, receipt_id, position, source, message_key, case_id, joined_by, received_at, title,"
                                + " text, folded_text, normalised) values (?, ?, 0, 'mailbox', ?, ?, 'OPENED', now(), ?, ?, ?, '{}')")
                .params(id, receipt, id.toString(), caseId, title, text, folded)
                .update();
        return id;
    }

    /** An answer that a person has to bring to the citizen, whom it names. */
    UUID handTask(UUID caseId) {
        var id = ids.get();
        var message = message(caseId, raw("mayor-mailbox", "FILED", "", "内容"), "标题", "内容", "");
        jdbc.sql(
                        "insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, reason, created_at)"
                                + " values (?, ?, ?, 'people-daily', 'board', 'ANSWER', '', '周晓雨您好：您反映的流动摊贩已清理，联系电话 13900001234。',"
                                + " 'BY_HAND', '请在留言板后台回复', now())")
                .params(id, caseId, message)
                .update();
        return id;
    }

    void reply(UUID caseId, UUID message, String state) {
        jdbc.sql(
                        "insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, created_at)"
                                + " values (?, ?, ?, 'mayor-mailbox', 'mailbox', 'ACKNOWLEDGEMENT', 'xiaoyu@example.org', '您的来信已受理。', ?, now())")
                .params(ids.get(), caseId, message, state)
                .update();
    }

    /** The hash of a picture that is there. */
    String picture() {
        var picture = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(60, 40, 200, 120);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blobs.keep(bytes.toByteArray());
    }

    UUID attachment(UUID message, int position, String name, String type, String sha256) {
        var id = ids.get();
        jdbc.sql("insert into attachment (id, message_id, position, name, declared_type, type, size, sha256, state)"
                        + " values (?, ?, ?, ?, ?, ?, 1234, ?, 'STORED')")
                .params(id, message, position, name, type, type, sha256)
                .update();
        return id;
    }

    void refusal(String source, String reason, String detail, int size) {
        jdbc.sql("insert into refusal (source, reason, detail, size, at) values (?, ?, ?, ?, now())")
                .params(source, reason, detail, size)
                .update();
    }

    UUID deadLetter(String queue, String subject, String reason) {
        var id = ids.get();
        jdbc.sql(
                        "insert into dead_letter (id, queue, subject, reason, failed_at, body) values (?, ?, ?, ?, now(), '\\x41')")
                .params(id, queue, subject, reason)
                .update();
        return id;
    }

    /** An event of the water company that ran out of its attempts, by which its endpoint was disabled. */
    void failedWebhook(UUID caseId) {
        var delivery = ids.get();
        jdbc.sql("""
                        insert into webhook_delivery (id, unit, event_id, type, subject, body, state, attempts, created_at, settled_at)
                        select ?, 'gongshui', id::text, 'org.intakehub.workorder.dispatched', number, '\\x7b7d', 'FAILED', 10,
                            now() - interval '3 days', now() from case_file where id = ?
                        """).params(delivery, caseId).update();
        jdbc.sql(
                        "insert into webhook_attempt (delivery_id, at, status, fault, millis) values (?, now() - interval '3 days', 503, '', 41),"
                                + " (?, now(), null, 'SocketTimeoutException', 15003)")
                .params(delivery, delivery)
                .update();
        jdbc.sql("insert into webhook_endpoint (unit, disabled_at, why) values ('gongshui', now(), 'TOOK_NOTHING')")
                .update();
        jdbc.sql(
                        "insert into webhook_event (unit, at, actor, kind, detail) values ('gongshui', now(), 'hub', 'DISABLED',"
                                + " '{\"why\":\"TOOK_NOTHING\"}')")
                .update();
    }

    /** An outage that lasts longer than expected, and a case that it explains. */
    UUID outage(UUID caseId) {
        var id = ids.get();
        jdbc.sql("""
                        insert into outage (id, kind, planned, cause, unit, divisions, places, starts_at, ends_at, registered_by,
                            registered_at, alarmed_at, looked_to)
                        values (?, 'WATER', false, '主管道爆管抢修', 'gongshui', array['340181004'], array['柳岸晴川小区', '东风路'],
                            now() - interval '4 hours', now() - interval '1 hour', '林安', now(), now(), null)
                        """).param(id).update();
        jdbc.sql(
                        "insert into outage_case (outage_id, case_id, state, signs, actor, at, told) values (?, ?, 'LINKED',"
                                + " '[{\"what\":\"WORDS\",\"value\":\"停水\"},{\"what\":\"PLACE\",\"value\":\"东风路\"}]', 'hub', now(), 'ANSWERED')")
                .params(id, caseId)
                .update();
        return id;
    }

    /** An answer of an operator that waits for a second person. */
    void draft(UUID caseId) {
        jdbc.sql(
                        "insert into answer_draft (id, case_id, text, login, person, at) values (?, ?, ?, 'operator', '林安', now())")
                .params(ids.get(), caseId, "您好！您反映的占道经营问题，城管局已到现场处置。\n\n依据：《城市市容和环境卫生管理条例》")
                .update();
    }

    /** A citizen who is to be asked, or who said that he is not content; gives the round of asking. */
    UUID followUp(String state) {
        var caseId = add("路灯不亮已经一周", "东风路的路灯不亮。", "FOLLOW_UP", "mayor-mailbox", "0207", Confidentiality.NORMAL);
        var id = ids.get();
        jdbc.sql(
                        "insert into follow_up (id, case_id, state, opened_at, attempts, how, contacted, solved, satisfaction, words)"
                                + " values (?, ?, ?, now(), 1, 'TELEPHONE', true, false, 2, '修好两天又不亮了。')")
                .params(id, caseId, state)
                .update();
        return id;
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
