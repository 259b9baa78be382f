package org.intakehub.gateway.road;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Deadline;
import org.intakehub.gateway.classify.Triage.Result;
import org.intakehub.gateway.clock.ClockSheets;
import org.intakehub.gateway.clock.ClockTicker;
import org.intakehub.gateway.dispatch.DispatchStage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClocksIT extends StoppedRoad {
    private static final String PEDDLERS = "0302";
    private static final String PHOENIX_HILL = "340181004";

    @Autowired
    DispatchStage dispatch;

    @Autowired
    ClockTicker ticker;

    @Autowired
    ClockSheets sheets;

    private UUID dispatched(String type, String acceptedAt) {
        var id = open(push(UUID.randomUUID().toString(), LAMP));
        toTriage(id);
        assertThat(triage.classify(id, revision(id), PEDDLERS, Optional.of(PHOENIX_HILL), "anna"))
                .isEqualTo(Result.DONE);
        jdbc.sql("update case_file set appeal_type = ?, urgency = 'URGENT', accepted_at = ?::timestamptz where id = ?")
                .params(type, acceptedAt, id)
                .update();
        dispatch.run(delivery(id));
        return id;
    }

    private void let(UUID id, String kind, String pass) {
        jdbc.sql("update clock set due_at = due_at - ?::interval, started_at = started_at - ?::interval,"
                        + " next_at = next_at - ?::interval where case_id = ? and kind = ?")
                .params(pass, pass, pass, id, kind)
                .update();
    }

    @Test
    void r3EveryWorkOrderCarriesItsDeadline() {
        var id = dispatched("HELP", "2026-11-23T02:00:00Z");

        assertThat(sheets.of(id))
                .extracting(sheet -> sheet.kind())
                .containsExactlyInAnyOrder(
                        ClockKind.DISPATCH, ClockKind.FIRST_CONTACT, ClockKind.ON_SITE, ClockKind.CLOSE);
        assertThat(text("select due_at = started_at + interval '20 minutes' from clock where kind = 'ON_SITE'"))
                .as("R6")
                .isEqualTo("t");
        assertThat(text("select due_at = timestamptz '2026-11-25T02:00:00Z' from clock where kind = 'CLOSE'"))
                .as("R7")
                .isEqualTo("t");
        assertThat(number(
                        "select count(*) from clock where order_id in"
                                + " (select id from work_order where role = 'LEAD' and case_id = ?)",
                        id))
                .isEqualTo(2);
    }

    @Test
    void aSuperiorsDeadlineRunsBesidesTheCitysOwn() {
        var id = open(push("superior", LAMP));
        toTriage(id);
        triage.classify(id, revision(id), PEDDLERS, Optional.of(PHOENIX_HILL), "anna");
        jdbc.sql("update case_file set superior_due_at = accepted_at + interval '5 hours' where id = ?")
                .param(id)
                .update();
        dispatch.run(delivery(id));

        assertThat(text("select due_at - started_at from clock where kind = 'SUPERIOR'"))
                .isEqualTo("05:00:00");
        assertThat(sheets.of(id)).extracting(sheet -> sheet.kind()).contains(ClockKind.CLOSE, ClockKind.SUPERIOR);
    }

    @Test
    void explainsADeadlineDayByDay() {
        var id = dispatched("COMPLAINT", "2026-09-24T07:30:00Z");

        var close = sheets.of(id).stream()
                .filter(sheet -> sheet.kind() == ClockKind.CLOSE)
                .findFirst()
                .orElseThrow();
        assertThat(close.dueAt()).isEqualTo("2026-10-15T16:00:00Z");
        assertThat(close.steps())
                .filteredOn(step -> step.standing() == Deadline.Standing.COUNTED)
                .hasSize(10);
        assertThat(close.policy()).contains("2018-07-25", "clocks.csv:");
    }

    @Test
    void aClockWithoutACalendarWaitsForItAndTheCaseIsDispatchedAllTheSame() {
        var id = dispatched("COMPLAINT", "2026-12-29T07:30:00Z");

        assertThat(text("select state from case_file where id = ?", id)).isEqualTo("DISPATCHED");
        assertThat(number("select count(*) from clock where kind = 'CLOSE' and due_at is null and next_at is null"))
                .isEqualTo(1);
    }

    @Test
    void r12ADueClockFiresOnceHoweverManyNodesLook() throws Exception {
        var cases = Stream.generate(() -> dispatched("HELP", "2026-11-23T02:00:00Z"))
                .limit(6)
                .toList();
        cases.forEach(id -> let(id, "FIRST_CONTACT", "31 minutes"));

        var nodes = Executors.newFixedThreadPool(4);
        try {
            for (var done : nodes.invokeAll(
                    List.<Callable<Integer>>of(ticker::ring, ticker::ring, ticker::ring, ticker::ring))) {
                assertThat(done.get(20, SECONDS)).isNotNegative();
            }
        } finally {
            nodes.shutdownNow();
        }

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(number("select count(*) from notice where kind = 'FIRST_CONTACT'"))
                        .isEqualTo(6));
        assertThat(number("select count(distinct case_id) from notice where kind = 'FIRST_CONTACT' and percent = 50"))
                .isEqualTo(6);
        assertThat(jdbc.sql("select convert_from(body, 'UTF8') from outbox where queue like 'workorders.%'")
                        .query(String.class)
                        .list())
                .filteredOn(event -> event.contains("FIRST_CONTACT"))
                .hasSize(6)
                .allMatch(event -> event.contains("org.intakehub.workorder.warned") && !event.contains("周晓雨"));
    }

    @Test
    void aBreachIsMarkedOnceAndWrittenIntoTheHistory() {
        var id = dispatched("HELP", "2026-11-23T02:00:00Z");
        let(id, "FIRST_CONTACT", "2 hours");

        await().atMost(20, SECONDS).untilAsserted(() -> {
            ticker.ring();
            assertThat(number("select count(*) from notice where case_id = ? and kind = 'FIRST_CONTACT'", id))
                    .isEqualTo(4);
        });
        assertThat(number(
                        "select count(*) from history where case_id = ? and kind = 'CLOCK_BREACHED'"
                                + " and detail ->> 'kind' = 'FIRST_CONTACT'",
                        id))
                .isEqualTo(1);
    }
}
