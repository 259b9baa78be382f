package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.DeliveryReport.State;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.reply.CaseAnswers;
import org.intakehub.gateway.reply.CaseAnswers.Preview;
import org.intakehub.gateway.reply.CaseAnswers.Result;
import org.intakehub.gateway.reply.DeliveryReports;
import org.intakehub.gateway.reply.Proofs;
import org.intakehub.routes.reply.Replies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RepliesIT extends StoppedRoad {
    private static final String ANSWER = "路灯已修好。";

    @Autowired
    CaseAnswers answers;

    @Autowired
    Replies replies;

    @Autowired
    Proofs proofs;

    @Autowired
    DeliveryReports reports;

    @BeforeEach
    void forgetWhatWasSent() {
        EmptyTables.of(jdbc, "sent_proof, delivery_report");
    }

    private UUID openLetter() {
        return open(mail("m-1@example.org", "a@example.org", "路灯"));
    }

    private UUID answer(UUID caseId) {
        return answers.give(caseId, UUID.randomUUID(), revision(caseId), ANSWER, "operator")
                .replies()
                .get(0);
    }

    private String state(UUID reply) {
        return text("select state from reply where id = ?", reply);
    }

    private String way(UUID reply) {
        return text("select way from reply where id = ?", reply);
    }

    private void know(UUID caseId, String email, String phone) {
        jdbc.sql("update case_file set citizen_email = ?, citizen_phones = string_to_array(?, ' ') where id = ?")
                .params(email, phone, caseId)
                .update();
    }

    @Test
    void anAnswerIsGivenOnceHoweverOftenItIsSaid() {
        var id = openLetter();
        var answerId = UUID.randomUUID();
        var revision = revision(id);
        var first = answers.give(id, answerId, revision, ANSWER, "operator");
        assertThat(first.result()).isEqualTo(Result.DONE);
        assertThat(answers.give(id, answerId, revision, ANSWER, "operator")).isEqualTo(first);
        assertThat(number("select count(*) from reply where kind = 'ANSWER'")).isEqualTo(1);
        assertThat(text("select recipient from reply where kind = 'ANSWER'")).isEqualTo("a@example.org");
        assertThat(number("select count(*) from outbox where queue = 'intake.reply'"))
                .isEqualTo(1);
    }

    @Test
    void whoLookedAtAnOlderRevisionAnswersNothing() {
        var id = openLetter();
        assertThat(answers.give(id, UUID.randomUUID(), revision(id) + 1, ANSWER, "operator")
                        .result())
                .isEqualTo(Result.STALE);
        assertThat(number("select count(*) from reply where kind = 'ANSWER'")).isZero();
    }

    @Test
    void everyTellerOfAMergedMatterIsAnsweredOnHisOwnChannel() {
        var letter = openLetter();
        var other = open(mail("m-2@example.org", "b@example.org", "路灯"));
        jdbc.sql("update case_file set merged_into = ?, state = 'MERGED' where id = ?")
                .params(letter, other)
                .update();
        answers.give(letter, UUID.randomUUID(), revision(letter), ANSWER, "operator");
        assertThat(jdbc.sql("select recipient from reply where kind = 'ANSWER' order by recipient")
                        .query(String.class)
                        .list())
                .containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void whatLeavesAndWhatIsAnsweredIsKeptForGood() {
        var id = openLetter();
        var reply = answer(id);
        var sending = replies.begin(reply.toString()).orElseThrow();
        assertThat(sending.outgoing()).isInstanceOf(Outgoing.ByMail.class);
        replies.leaving(reply.toString(), Payload.of("the letter", UTF_8));
        replies.answered(reply.toString(), 250, Payload.of("250 taken", UTF_8));
        replies.sent(reply.toString(), reply + "@example.org");
        assertThat(state(reply)).isEqualTo("SENT");
        assertThat(proofs.ofReply(id, reply)).extracting(Proofs.Piece::kind).containsExactly("LEFT", "ANSWERED");
        assertThat(proofs.ofReply(id, reply).get(0).sha256())
                .isEqualTo(Payload.of("the letter", UTF_8).sha256());
        assertThat(proofs.ofReply(UUID.randomUUID(), reply)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update sent_proof set status = 500").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from sent_proof").update()).hasMessageContaining("append-only");
    }

    @Test
    void aReportMayComeBeforeOrAfterTheAnswerThatItNames() {
        var id = openLetter();
        var reply = answer(id);
        var about = reply + "@example.org";
        replies.begin(reply.toString());
        reports.take("R1", new SourceId("letters"), new DeliveryReport(about, State.DELIVERED, ""));
        assertThat(state(reply)).isEqualTo("SENDING");
        replies.sent(reply.toString(), about);
        assertThat(state(reply)).isEqualTo("DELIVERED");
        reports.take("R2", new SourceId("letters"), new DeliveryReport(about, State.READ, ""));
        reports.take("R3", new SourceId("letters"), new DeliveryReport(about, State.DELIVERED, ""));
        assertThat(state(reply)).isEqualTo("READ");
        reports.take("R4", new SourceId("partner"), new DeliveryReport(about, State.FAILED, "another source"));
        assertThat(state(reply)).isEqualTo("READ");
    }

    private static RawMessage bounce(String about) {
        var lines = List.of(
                "From: MAILER-DAEMON@mx.example.org",
                "Subject: Undelivered",
                "Message-ID: <b-1@mx.example.org>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Action: failed",
                "Status: 5.1.1",
                "",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <" + about + ">",
                "--b--",
                "");
        return new RawMessage(
                new ChannelId("mayor-mailbox"),
                new SourceId("letters"),
                "imap:1:b-1",
                Instant.parse("2026-11-23T02:00:00Z"),
                Map.of("content-type", "message/rfc822"),
                Payload.of(String.join("\r\n", lines), UTF_8),
                SignatureStatus.FETCHED);
    }

    @Test
    void aBounceIsFoundByItsMessageIdAndAPersonTelephones() {
        var id = openLetter();
        know(id, "a@example.org", "13900001234");
        var reply = answer(id);
        var sending = replies.begin(reply.toString()).orElseThrow();
        var about = ((Outgoing.ByMail) sending.outgoing()).messageId();
        replies.sent(reply.toString(), about);
        var bounce = bounce(about);
        assertThat(run(bounce)).isEmpty();
        assertThat(state(reply)).isEqualTo("BY_HAND");
        assertThat(way(reply)).isEqualTo("CALL_BACK");
        assertThat(text("select state from raw_message where receipt_id = ?", receipt(bounce)))
                .isEqualTo("FILED");
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void whereTheChannelHasNoWayBackTheAnswerGoesByMailThenByTelephone() {
        var id = open(push("d-1", LAMP));
        know(id, "xiaoyu@example.org", "13900001234");
        var reply = answer(id);
        assertThat(replies.begin(reply.toString())).isEmpty();
        assertThat(state(reply)).isEqualTo("REPLACED");
        var next = UUID.fromString(text("select id::text from reply where replaces = ?", reply));
        assertThat(text("select recipient || ' ' || source || ' ' || way from reply where id = ?", next))
                .isEqualTo("xiaoyu@example.org letters MAIL");
        assertThat(replies.begin(next.toString())).isPresent();
        replies.refused(next.toString(), "550 unknown");
        assertThat(state(next)).isEqualTo("BY_HAND");
        assertThat(way(next)).isEqualTo("CALL_BACK");
    }

    @Test
    void ofAWhistleBlowerNoMachineWritesOnAnotherChannel() {
        var id = open(push("d-1", LAMP));
        know(id, "xiaoyu@example.org", "");
        jdbc.sql("update case_file set confidentiality = 'WHISTLEBLOWER' where id = ?")
                .param(id)
                .update();
        var reply = answer(id);
        assertThat(replies.begin(reply.toString())).isEmpty();
        assertThat(state(reply)).isEqualTo("FAILED");
        assertThat(number("select count(*) from reply where way = 'MAIL'")).isZero();
    }

    @Test
    void thePreviewTellsTheWayOfEachAndSendsNothing() {
        var letter = openLetter();
        assertThat(answers.preview(letter, ANSWER)).singleElement().satisfies(preview -> {
            assertThat(preview.how()).isEqualTo("MAIL");
            assertThat(preview.text()).isEqualTo(ANSWER);
            assertThat(preview.isCut()).isFalse();
        });
        var push = open(push("d-1", LAMP));
        know(push, "", "13900001234");
        assertThat(answers.preview(push, ANSWER)).extracting(Preview::how).isEqualTo(List.of("CALL_BACK"));
        assertThat(number("select count(*) from reply where kind = 'ANSWER'")).isZero();
    }
}
