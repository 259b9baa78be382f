package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class FilingIT extends StoppedRoad {
    @Autowired
    @Qualifier("caseTokens")
    SignedTokens tokens;

    private String state(RawMessage raw) {
        return text("select state from raw_message where receipt_id = ?", receipt(raw));
    }

    private String reason(RawMessage raw) {
        return text("select reason from raw_message where receipt_id = ?", receipt(raw));
    }

    private String joinedBy(RawMessage raw) {
        return text("select joined_by from message where receipt_id = ?", receipt(raw));
    }

    @Test
    void aMessageOpensACaseWithItsClockAndHistory() {
        var id = open(push("d-1", LAMP));

        assertThat(text("select state from case_file where id = ?", id)).isEqualTo("ACCEPTED");
        assertThat(text("select number from case_file where id = ?", id)).matches("340181-\\d{8}-\\d{6,}");
        assertThat(number(
                        "select count(*) from clock where case_id = ? and due_at = started_at + interval '60 seconds'",
                        id))
                .isEqualTo(1);
        assertThat(text("select kind from history where case_id = ?", id)).isEqualTo("ACCEPTED");
        assertThat(state(push("d-1", LAMP))).isEqualTo("FILED");
    }

    @Test
    void aDeliveryThatComesAgainFindsItsWorkDoneAndSendsTheSameHops() {
        var first = run(push("d-1", LAMP));
        assertThat(run(push("d-1", LAMP))).isEqualTo(first).hasSize(1);
        assertThat(cases()).isEqualTo(1);

        jdbc.sql("update case_file set state = 'CLASSIFIED'").update();
        assertThat(run(push("d-1", LAMP))).isEmpty();
    }

    @Test
    void theSameMessageUnderAnotherReceiptOpensNoSecondCase() {
        run(push("d-1", "message-1", LAMP));
        var again = push("d-2", "message-1", LAMP);

        assertThat(run(again)).isEmpty();
        assertThat(cases()).isEqualTo(1);
        assertThat(state(again)).isEqualTo("FILED");
        assertThat(text("select same_as from raw_message where receipt_id = ?", receipt(again)))
                .isEqualTo(receipt(push("d-1", "message-1", LAMP)));
    }

    @Test
    void anotherBodyUnderAUsedDeliveryIdIsKeptForAPerson() {
        run(push("d-1", LAMP));
        var other = push("d-1", LAMP.replace("路灯", "井盖"));

        assertThat(run(other)).isEmpty();
        assertThat(run(other)).isEmpty();
        assertThat(cases()).isEqualTo(1);
        assertThat(number("select count(*) from raw_message")).isEqualTo(2);
        assertThat(text("select reason from raw_message where state = 'QUARANTINED'"))
                .contains("used before");
        assertThat(text("select sha256 from raw_message where state = 'QUARANTINED'"))
                .isEqualTo(other.body().sha256());
    }

    @Test
    void whatCannotBeReadIsQuarantinedWithItsBytes() {
        var broken = push("d-1", LAMP.substring(0, 20));
        assertThat(run(broken)).isEmpty();
        assertThat(state(broken)).isEqualTo("QUARANTINED");
        assertThat(reason(broken)).isNotBlank().doesNotContain("路灯");
        assertThat(jdbc.sql("select body from raw_message").query(byte[].class).single())
                .isEqualTo(broken.body().bytes());
        assertThat(cases()).isZero();
    }

    @Test
    void aMachinesMailIsParkedAndNeverAnswered() {
        var mail = mail("auto@example.org", "a@example.org", "我不在办公室", "Auto-Submitted: auto-replied");
        assertThat(run(mail)).isEmpty();
        assertThat(state(mail)).isEqualTo("PARKED");
        assertThat(number("select count(*) from reply")).isZero();
        assertThat(cases()).isZero();
    }

    @Test
    void aLetterIsAcknowledgedOnceHoweverOftenItComes() {
        var mail = mail("one@example.org", "a@example.org", "路灯不亮");
        var hops = run(mail);
        assertThat(hops).extracting(Hop::queue).containsExactlyInAnyOrder(Queues.CLASSIFY, Queues.REPLY);
        assertThat(run(mail)).containsExactlyInAnyOrderElementsOf(hops);
        assertThat(number("select count(*) from reply")).isEqualTo(1);
        assertThat(text("select recipient from reply")).isEqualTo("a@example.org");
    }

    @Test
    void oneAddressIsAcknowledgedTenTimesADayAtMost() {
        for (var letter = 0; letter < 12; letter++) {
            run(mail("n" + letter + "@example.org", "a@example.org", "路灯"));
        }
        assertThat(cases()).isEqualTo(12);
        assertThat(number("select count(*) from reply where state = 'QUEUED'")).isEqualTo(10);
        assertThat(number("select count(*) from reply where state = 'SKIPPED'")).isEqualTo(2);
    }

    @Test
    void aFurtherLetterOfTheSameSenderJoinsTheCase() {
        var first = mail("one@example.org", "Zhou <a@example.org>", "路灯不亮");
        run(first);
        var second = mail("two@example.org", "A@Example.org", "Re: 路灯不亮", "In-Reply-To: <one@example.org>");
        assertThat(run(second)).isEmpty();
        assertThat(cases()).isEqualTo(1);
        assertThat(joinedBy(second)).isEqualTo("THREAD");
        assertThat(run(second)).isEmpty();
        assertThat(number("select count(*) from message")).isEqualTo(2);
    }

    @Test
    void aStrangerWhoQuotesAThreadOrANumberGetsACaseOfTheirOwn() {
        run(mail("one@example.org", "a@example.org", "路灯不亮"));
        var number = text("select number from case_file");
        run(mail("two@example.org", "b@example.org", "Re: 路灯不亮", "In-Reply-To: <one@example.org>"));
        run(mail("three@example.org", "c@example.org", "关于 " + number));
        run(mail("four@example.org", "d@example.org", "关于 [" + number + ".aaaaaaaaaaaaaaaa]"));
        assertThat(cases()).isEqualTo(4);
    }

    @Test
    void aSignedTokenJoinsTheCaseWhoeverSendsIt() {
        run(mail("one@example.org", "a@example.org", "路灯不亮"));
        var token = tokens.sign(text("select number from case_file"));
        var second = mail("two@example.org", "relative@example.org", "Re: 答复 [" + token + "]");
        run(second);
        assertThat(cases()).isEqualTo(1);
        assertThat(joinedBy(second)).isEqualTo("TOKEN");
    }

    @Test
    void aFurtherMessageFollowsAMergedCase() {
        run(mail("one@example.org", "a@example.org", "路灯不亮"));
        var token = tokens.sign(text("select number from case_file"));
        var other = open(push("d-1", LAMP));
        jdbc.sql("update case_file set merged_into = ?, state = 'MERGED' where id <> ?")
                .params(other, other)
                .update();
        var second = mail("two@example.org", "a@example.org", "Re: 答复 [" + token + "]");
        run(second);
        assertThat(text("select case_id::text from message where receipt_id = ?", receipt(second)))
                .isEqualTo(other.toString());
    }

    @Test
    void textsThatTheDatabaseCannotHoldAreMendedAndNotDropped() {
        run(mail("nul\0@example.org", "周\0 <a@example.org>", "路灯\0不亮", "X-Odd: \0", "In-Reply-To: <\0@example.org>"));
        assertThat(cases()).isEqualTo(1);
        assertThat(text("select title from case_file")).startsWith("路灯").endsWith("不亮");
    }

    @Test
    void attachmentsAreKeptOnceByTheirContentAndLinksWaitOnlyIfTheirHostIsAllowed() {
        var file = Base64.getEncoder().encodeToString("照片".getBytes(UTF_8));
        var attachments =
                ",\"attachments\":[{\"name\":\"../a.txt\",\"base64\":\"%s\"},{\"name\":\"b.txt\",\"base64\":\"%s\"},{\"name\":\"c\",\"url\":\"https://files.example.org/c\"}]}"
                        .formatted(file, file);
        run(push("d-1", LAMP.substring(0, LAMP.length() - 1) + attachments));

        assertThat(number("select count(*) from attachment where state = 'STORED'"))
                .isEqualTo(2);
        assertThat(number("select count(distinct sha256) from attachment where state = 'STORED'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from attachment where name like '%/%'"))
                .isZero();
        assertThat(text("select state from attachment where url is not null")).isEqualTo("REFUSED");
    }
}
