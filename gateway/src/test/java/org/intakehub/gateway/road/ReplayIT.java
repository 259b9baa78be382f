package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.archive.RawState;
import org.intakehub.gateway.filing.Replay;
import org.intakehub.gateway.filing.ReplayReport;
import org.intakehub.routes.stage.Queues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReplayIT extends StoppedRoad {
    @Autowired
    Replay replay;

    @Autowired
    RawArchive archive;

    /** As if an older adapter had read the message otherwise. */
    private void readOtherwiseBefore() {
        jdbc.sql("update message set text = '旧'").update();
        jdbc.sql("update case_file set description = '旧'").update();
    }

    private String everything() {
        return text(
                "select concat((select json_agg(m order by m.id) from message m), (select json_agg(c order by c.id) from case_file c),"
                        + " (select json_agg(h order by h.id) from history h), (select json_agg(o) from outbox o),"
                        + " (select json_agg(json_build_array(r.receipt_id, r.state, r.reason, r.settled_at)) from raw_message r))");
    }

    @Test
    void aDryRunShowsWhatDiffersAndChangesNothing() {
        var raw = push("d-1", LAMP);
        run(raw);
        readOtherwiseBefore();
        var before = everything();

        var report = replay.dryRun(receipt(raw)).orElseThrow();
        assertThat(report.changes()).hasSize(1);
        assertThat(report.changes().get(0).isNew()).isFalse();
        assertThat(report.changes().get(0).fields()).containsExactly(new ReplayReport.Field("text", "旧", "东风路的路灯坏了一周"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void forGoodItMendsTheMessageAndDoublesNothing() {
        var raw = push("d-1", LAMP);
        var id = open(raw);
        readOtherwiseBefore();

        assertThat(replay.apply(receipt(raw), "integrator").orElseThrow().changesSomething())
                .isTrue();
        assertThat(text("select text from message")).isEqualTo("东风路的路灯坏了一周");
        assertThat(text("select description from case_file")).isEqualTo("东风路的路灯坏了一周");
        assertThat(cases()).isEqualTo(1);
        assertThat(number("select count(*) from outbox")).isZero();
        assertThat(text("select actor from history where case_id = ? and kind = 'MESSAGE_READ_AGAIN'", id))
                .isEqualTo("integrator");
        assertThat(replay.apply(receipt(raw), "integrator").orElseThrow().changesSomething())
                .isFalse();
    }

    @Test
    void whatAPersonWroteIntoTheCaseStays() {
        var raw = push("d-1", LAMP);
        run(raw);
        jdbc.sql("update message set text = '旧'").update();
        jdbc.sql("update case_file set description = '坐席改写'").update();
        replay.apply(receipt(raw), "integrator");
        assertThat(text("select description from case_file")).isEqualTo("坐席改写");
    }

    @Test
    void aQuarantinedMessageBecomesACaseOnce() {
        var raw = push("d-1", LAMP);
        archive.add(receipt(raw), raw, RawState.QUARANTINED, "the adapter of that day could not read it", null);

        assertThat(replay.dryRun(receipt(raw)).orElseThrow().changes().get(0).isNew())
                .isTrue();
        assertThat(cases()).isZero();
        replay.apply(receipt(raw), "integrator");
        replay.apply(receipt(raw), "integrator");
        assertThat(cases()).isEqualTo(1);
        assertThat(number("select count(*) from outbox where queue = 'intake.classify'"))
                .isEqualTo(1);
        assertThat(text("select state from raw_message")).isEqualTo("FILED");
    }

    @Test
    void whatStillCannotBeReadStaysInQuarantineWithTodaysReason() {
        var raw = push("d-1", "{");
        archive.add(receipt(raw), raw, RawState.QUARANTINED, "an old reason", null);
        var report = replay.apply(receipt(raw), "integrator").orElseThrow();
        assertThat(report.problem()).isNotBlank();
        assertThat(text("select state from raw_message")).isEqualTo("QUARANTINED");
        assertThat(text("select reason from raw_message")).isEqualTo(report.problem());
    }

    @Test
    void aFiledMessageThatTodaysAdapterRefusesStaysFiledAndTheDryRunSaysSo() {
        var raw = push("d-1", LAMP);
        run(raw);
        jdbc.sql("update raw_message set body = 'x'::bytea").update();
        var reports =
                replay.range("partner", Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), false, "integrator");
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).problem()).isNotBlank();
        replay.apply(receipt(raw), "integrator");
        assertThat(text("select state from raw_message")).isEqualTo("FILED");
    }

    @Test
    void aRangeGoesThroughEverythingASourceSentInItsTime() {
        for (var number = 0; number < 5; number++) {
            run(push("d-" + number, LAMP));
        }
        run(mail("one@example.org", "a@example.org", "路灯"));
        readOtherwiseBefore();
        var noon = Instant.parse("2026-11-23T02:00:00Z");
        assertThat(replay.range("partner", noon.plusMillis(1), noon.plusSeconds(60), true, "x"))
                .isEmpty();
        assertThat(replay.range("partner", noon, noon.plusMillis(1), false, "x"))
                .hasSize(5);
        assertThat(number("select count(*) from message where text = '旧'")).isEqualTo(6);
        assertThat(replay.range("partner", noon, noon.plusMillis(1), true, "x")).hasSize(5);
        assertThat(number("select count(*) from message where text = '旧'")).isEqualTo(1);
        assertThat(cases()).isEqualTo(6);
    }

    @Test
    void aDryRunOfARangeStopsWhereAPageIsFull() {
        for (var number = 0; number < 5; number++) {
            run(push("d-" + number, LAMP));
        }
        readOtherwiseBefore();
        assertThat(replay.dryRange("partner", Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"), 3))
                .hasSize(3);
    }

    @Test
    void aPersonOpensACaseOfAParkedMailAndItIsNeverAcknowledged() {
        var raw = mail("auto@example.org", "a@example.org", "路灯", "Auto-Submitted: auto-generated");
        run(raw);
        assertThat(text("select state from raw_message")).isEqualTo("PARKED");

        assertThat(replay.open(receipt(raw), "integrator")).isTrue();
        assertThat(replay.open(receipt(raw), "integrator")).isFalse();

        assertThat(cases()).isOne();
        assertThat(text("select string_agg(queue, ',') from outbox")).isEqualTo(Queues.CLASSIFY);
        assertThat(number("select count(*) from reply")).isZero();
        assertThat(text("select reason from raw_message")).isEqualTo("opened by integrator");
    }

    @Test
    void aDiscardedMessageLeavesTheListAndStaysInTheArchive() {
        RawMessage raw = push("d-1", "{");
        run(raw);
        assertThat(replay.discard(receipt(raw), "integrator")).isTrue();
        assertThat(replay.discard(receipt(raw), "integrator")).isFalse();
        assertThat(text("select state from raw_message")).isEqualTo("DISCARDED");
        assertThat(text("select reason from raw_message")).contains("integrator");
        var filed = push("d-2", LAMP);
        run(filed);
        assertThat(replay.discard(receipt(filed), "integrator")).isFalse();
    }

    @Test
    void thereIsNothingToReplayForAnUnknownReceipt() {
        assertThat(replay.dryRun("nothing")).isEmpty();
        assertThat(replay.apply("nothing", "x")).isEmpty();
    }
}
