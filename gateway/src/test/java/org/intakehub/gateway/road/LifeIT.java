package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.gateway.classify.Triage.Result;
import org.intakehub.gateway.dispatch.DispatchStage;
import org.intakehub.gateway.life.CaseDesk;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.life.OrderDesk.Outcome;
import org.intakehub.gateway.life.RequestDesk;
import org.intakehub.gateway.life.ReturnShares;
import org.intakehub.gateway.life.RulingDesk;
import org.intakehub.gateway.life.RulingDesk.Ruling;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of a case from dispatch on; each rule of the centre's report has a test that bears its number. */
class LifeIT extends StoppedRoad {
    private static final Actor ZHOU = new Actor("unit-login", "周晓雨");
    private static final Actor ANNA = new Actor("anna", "林安");
    private static final OrderDesk.Result DONE = new OrderDesk.Result(Outcome.SOLVED, "已到现场更换灯泡。", "您反映的路灯已经修复。");

    @Autowired
    DispatchStage dispatch;

    @Autowired
    OrderDesk desk;

    @Autowired
    RequestDesk requests;

    @Autowired
    RulingDesk rulings;

    @Autowired
    CaseDesk cases;

    @Autowired
    ReturnShares shares;

    private UUID triaged(String body) {
        var id = open(push(UUID.randomUUID().toString(), body));
        toTriage(id);
        return id;
    }

    private UUID dispatched() {
        var id = triaged(LAMP);
        assertThat(triage.classify(id, revision(id), "0302", Optional.of("340181004"), "anna"))
                .isEqualTo(Result.DONE);
        jdbc.sql("update case_file set appeal_type = 'HELP' where id = ?")
                .param(id)
                .update();
        dispatch.run(delivery(id));
        jdbc.sql("delete from outbox").update();
        return id;
    }

    private UUID lead(UUID caseId) {
        return jdbc.sql("select id from work_order where case_id = ? and role = 'LEAD'"
                        + " and state not in ('RETURNED', 'CANCELLED')")
                .param(caseId)
                .query(UUID.class)
                .single();
    }

    private UUID signed(UUID caseId) {
        var order = lead(caseId);
        desk.sign(order, order(order), ZHOU);
        return order;
    }

    private int order(UUID order) {
        return number("select revision from work_order where id = ?", order);
    }

    private UUID result(UUID caseId) {
        var order = signed(caseId);
        assist(caseId);
        desk.submit(order, order(order), DONE, ZHOU);
        return order;
    }

    private void assist(UUID caseId) {
        jdbc.sql("select id from work_order where case_id = ? and role = 'ASSIST'")
                .param(caseId)
                .query(UUID.class)
                .list()
                .forEach(id -> {
                    desk.sign(id, order(id), ZHOU);
                    desk.submit(id, order(id), DONE, ZHOU);
                });
    }

    private String state(UUID id) {
        return text("select state from case_file where id = ?", id);
    }

    private String orderState(UUID id) {
        return text("select state from work_order where id = ?", id);
    }

    private String clock(UUID caseId, String kind, String column) {
        return text(
                "select coalesce((" + column + ")::text, '') from clock where case_id = ? and kind = ?"
                        + " order by id desc limit 1",
                caseId,
                kind);
    }

    private static Obstacle refused(ThrowingCallable step) {
        return catchThrowableOfType(ImpossibleStep.class, step).obstacle();
    }

    private List<String> events() {
        return jdbc.sql("select convert_from(body, 'UTF8') from outbox where queue like 'workorders.%' order by id")
                .query(String.class)
                .list();
    }

    private void over(UUID caseId, String kind) {
        jdbc.sql("update clock set due_at = now() - interval '1 minute' where case_id = ? and kind = ?")
                .params(caseId, kind)
                .update();
    }

    @Test
    void r1TheCaseKeepsItsIdFromIntakeToClosing() {
        var id = dispatched();
        var number = text("select number from case_file where id = ?", id);
        result(id);
        cases.close(id, revision(id), "回访满意", ANNA);

        assertThat(state(id)).isEqualTo("CLOSED");
        assertThat(text("select number from case_file where id = ?", id)).isEqualTo(number);
    }

    @Test
    void r2AQuestionIsAnsweredWithoutAWorkOrderAndTheCitizenHears() {
        var raw = mail("question-1", "xiaoyu@example.org", "请问路灯归谁管");
        var id = open(raw);
        toTriage(id);
        cases.answerDirectly(id, revision(id), "路灯由城管局维护。", ANNA);

        assertThat(state(id)).isEqualTo("ANSWERED_DIRECTLY");
        assertThat(number("select count(*) from work_order where case_id = ?", id))
                .isZero();
        assertThat(text("select text from reply where case_id = ? and kind = 'ANSWER'", id))
                .contains("路灯由城管局维护。");
        assertThat(number("select count(*) from outbox where queue = 'intake.reply'"))
                .isEqualTo(1);
        assertThat(clock(id, "DISPATCH", "stopped_at")).isNotEmpty();
    }

    @Test
    void r2AMatterOfAnotherAuthorityIsTransferredAndOneOfTheCourtsNotAccepted() {
        var transferred = triaged(LAMP);
        cases.transfer(transferred, revision(transferred), "合肥市公路管理服务中心", "国道由其养护", ANNA);
        var refused = triaged(LAMP);
        cases.notAccept(refused, revision(refused), Ground.LITIGATION, "请向人民法院提起诉讼", ANNA);

        assertThat(state(transferred)).isEqualTo("TRANSFERRED");
        assertThat(state(refused)).isEqualTo("NOT_ACCEPTED");
        assertThat(text(
                        "select detail ->> 'rightWay' from history where case_id = ? and kind = 'NOT_ACCEPTED'",
                        refused))
                .isEqualTo("请向人民法院提起诉讼");
    }

    @Test
    void r5TheFirstContactStopsItsClockAndAnAttemptDoesNot() {
        var id = dispatched();
        var order = signed(id);
        desk.contact(order, order(order), false, "无人接听", ZHOU);
        assertThat(clock(id, "FIRST_CONTACT", "stopped_at")).isEmpty();

        desk.contact(order, order(order), true, "已约定上门时间", ZHOU);
        assertThat(clock(id, "FIRST_CONTACT", "stopped_at")).isNotEmpty();
        assertThat(orderState(order)).isEqualTo("CONTACTED");
    }

    @Test
    void r6TheArrivalStopsTheClockOfTheSite() {
        var id = dispatched();
        var order = signed(id);
        desk.depart(order, order(order), ZHOU);
        assertThat(clock(id, "ON_SITE", "stopped_at")).isEmpty();
        desk.arrive(order, order(order), Optional.of("117.87,31.60"), ZHOU);

        assertThat(clock(id, "ON_SITE", "stopped_at")).isNotEmpty();
        assertThat(text("select detail ->> 'position' from history where case_id = ? and kind = 'ARRIVED'", id))
                .isEqualTo("117.87,31.60");
    }

    @Test
    void r7AndR8TheResultStopsTheDeadlineAndStartsTheFollowUp() {
        var id = dispatched();
        result(id);

        assertThat(state(id)).isEqualTo("FEEDBACK");
        assertThat(clock(id, "CLOSE", "stopped_at")).isNotEmpty();
        assertThat(clock(id, "FOLLOW_UP", "due_at - started_at")).isEqualTo("3 days");
    }

    @Test
    void r9TheFirstOwnerStaysAndEveryStepBearsAName() {
        var id = dispatched();
        var first = text("select first_unit from case_file where id = ?", id);
        var order = signed(id);
        requests.askReturn(order, order(order), "不属于本单位职责", ZHOU);
        ruleReturn(id, true, "gongan");

        assertThat(text("select unit from work_order where id = ?", lead(id))).isEqualTo("gongan");
        assertThat(text("select first_unit from case_file where id = ?", id)).isEqualTo(first);
        assertThat(number(
                        "select count(*) from history where case_id = ? and kind in"
                                + " ('ORDER_SIGNED', 'RETURN_ASKED', 'RULED') and coalesce(detail ->> 'person', '') = ''",
                        id))
                .isZero();
        assertThat(text("select handler from work_order where id = ?", order)).isEqualTo("周晓雨");
    }

    @Test
    void r11TheLeadSubmitsAfterTheAssistants() {
        var id = dispatched();
        var order = signed(id);
        jdbc.sql("insert into work_order (id, case_id, unit, role, reason, dispatched_at)"
                        + " values (?, ?, 'jiaotong', 'ASSIST', 'test', now())")
                .params(UUID.randomUUID(), id)
                .update();

        assertThat(refused(() -> desk.submit(order, order(order), DONE, ZHOU))).isEqualTo(Obstacle.ASSISTANTS_AT_WORK);
        assist(id);
        desk.submit(order, order(order), DONE, ZHOU);
        assertThat(state(id)).isEqualTo("FEEDBACK");
    }

    @Test
    void r12ALateReturnIsABreachAndIsLookedAtAllTheSame() {
        var id = dispatched();
        var order = signed(id);
        over(id, "RETURN");
        requests.askReturn(order, order(order), "不属于本单位职责", ZHOU);

        assertThat(text("select late::text from order_request where case_id = ?", id))
                .isEqualTo("true");
        assertThat(clock(id, "RETURN", "breached_at")).isNotEmpty();
        var units =
                shares.between(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(60));
        assertThat(units).filteredOn(share -> share.asked() > 0).singleElement().satisfies(share -> {
            assertThat(share.late()).isEqualTo(1);
            assertThat(share.share()).isEqualTo(1.0);
        });
    }

    @Test
    void aReturnThatWasRefusedStaysAndThereIsNoSecond() {
        var id = dispatched();
        var order = signed(id);
        var due = clock(id, "CLOSE", "due_at");
        requests.askReturn(order, order(order), "不属于本单位职责", ZHOU);
        assertThat(refused(() -> requests.askReturn(order, order(order), "再次申请", ZHOU)))
                .isEqualTo(Obstacle.ASKED_BEFORE);
        ruleReturn(id, false, "");

        assertThat(refused(() -> requests.askReturn(order, order(order), "再次申请", ZHOU)))
                .isEqualTo(Obstacle.RULED_BEFORE);
        assertThat(orderState(order)).isEqualTo("SIGNED");
        assertThat(events())
                .anyMatch(event -> event.contains("org.intakehub.workorder.ruling") && event.contains("false"));
        assertThat(clock(id, "CLOSE", "due_at")).isEqualTo(due);
    }

    @Test
    void anApprovedReturnGoesElsewhereAndDoesNotResetTheDeadline() {
        var id = dispatched();
        var order = signed(id);
        var due = clock(id, "CLOSE", "due_at");
        requests.askReturn(order, order(order), "不属于本单位职责", ZHOU);
        assertThat(refused(() -> ruleReturn(id, true, "nobody"))).isEqualTo(Obstacle.INCOMPLETE);
        ruleReturn(id, true, "gongan");

        assertThat(orderState(order)).isEqualTo("RETURNED");
        assertThat(state(id)).isEqualTo("DISPATCHED");
        assertThat(clock(id, "CLOSE", "due_at")).isEqualTo(due);
        assertThat(events()).anyMatch(event -> event.contains("org.intakehub.workorder.dispatched"));
        assertThat(number("select count(*) from clock where order_id = ? and kind = 'FIRST_CONTACT'", lead(id)))
                .isEqualTo(1);
        assertThat(refused(() -> desk.sign(order, order(order), ZHOU))).isEqualTo(Obstacle.WRONG_STATE);
    }

    @Test
    void r13ReworkHasThreeReasonsAndReachesTheDepartment() {
        for (var why : ReworkReason.values()) {
            var id = dispatched();
            var order = result(id);
            cases.rework(id, revision(id), why, "照片不清楚", 3, ANNA);

            assertThat(state(id)).isEqualTo("HANDLING");
            assertThat(orderState(order)).isEqualTo("HANDLING");
            assertThat(clock(id, "CLOSE", "term")).isEqualTo("3wd");
            assertThat(clock(id, "CLOSE", "stopped_at")).isEmpty();
            assertThat(events())
                    .anyMatch(
                            event -> event.contains("org.intakehub.workorder.reopened") && event.contains(why.name()));
            desk.submit(order, order(order), DONE, ZHOU);
            assertThat(number("select count(*) from clock where case_id = ? and kind = 'FOLLOW_UP'", id))
                    .isEqualTo(2);
        }
    }

    @Test
    void reopeningIsAStepOfItsOwnAndReachesTheDepartment() {
        var id = dispatched();
        var order = result(id);
        cases.close(id, revision(id), "回访满意", ANNA);
        jdbc.sql("delete from outbox").update();
        cases.reopen(id, revision(id), "路灯又不亮了", ANNA);

        assertThat(state(id)).isEqualTo("HANDLING");
        assertThat(orderState(order)).isEqualTo("HANDLING");
        assertThat(clock(id, "CLOSE", "stopped_at")).isEmpty();
        assertThat(events()).singleElement().asString().contains("org.intakehub.workorder.reopened");
        assertThat(number("select count(*) from history where case_id = ? and kind = 'REOPENED'", id))
                .isEqualTo(1);
    }

    @Test
    void r19AStaleWriteChangesNothing() {
        var id = dispatched();
        var order = lead(id);
        var seen = order(order);
        desk.sign(order, seen, ZHOU);

        assertThat(refused(() -> desk.contact(order, seen, true, "已联系", ZHOU))).isEqualTo(Obstacle.STALE);
        var caseSeen = revision(id);
        jdbc.sql("update case_file set revision = revision + 1 where id = ?")
                .param(id)
                .update();
        assertThat(refused(() -> cases.close(id, caseSeen, "办结", ANNA))).isEqualTo(Obstacle.STALE);
        assertThat(orderState(order)).isEqualTo("SIGNED");
    }

    @Test
    void anImpossibleStepIsRefusedAndLeavesNoTrace() {
        var id = dispatched();
        var events = number("select count(*) from history where case_id = ?", id);

        assertThat(refused(() -> desk.submit(lead(id), 1, DONE, ZHOU)))
                .isIn(Obstacle.WRONG_STATE, Obstacle.ASSISTANTS_AT_WORK);
        assertThat(refused(() -> cases.answerDirectly(id, revision(id), "答复", ANNA)))
                .isEqualTo(Obstacle.WRONG_STATE);
        assertThat(refused(() -> cases.reopen(id, revision(id), "新情况", ANNA))).isEqualTo(Obstacle.WRONG_STATE);
        assertThat(refused(() -> cases.close(id, revision(id), " ", ANNA))).isEqualTo(Obstacle.INCOMPLETE);
        assertThat(number("select count(*) from history where case_id = ?", id)).isEqualTo(events);
    }

    @Test
    void anExtensionMovesTheDeadlineOnceItIsApproved() {
        var id = dispatched();
        var order = signed(id);
        var due = clock(id, "CLOSE", "due_at");
        var request = requests.askExtension(order, order(order), 2, "需要采购配件", ZHOU);
        assertThat(clock(id, "CLOSE", "due_at")).isEqualTo(due);
        rule(id, request, true);

        assertThat(clock(id, "CLOSE", "term")).isEqualTo("48h+2wd");
        assertThat(text(
                        "select (max(due_at) > ?::timestamptz)::text from clock where case_id = ? and kind = 'CLOSE'",
                        due,
                        id))
                .isEqualTo("true");
        assertThat(refused(() -> requests.askExtension(order, order(order), 99, "更多", ZHOU)))
                .isEqualTo(Obstacle.TOO_MUCH);
        over(id, "CLOSE");
        assertThat(refused(() -> requests.askExtension(order, order(order), 2, "太晚", ZHOU)))
                .isEqualTo(Obstacle.TOO_LATE);
    }

    @Test
    void onlyASuspensionStopsTheDeadlineAndItRunsOnAfterwards() {
        var id = dispatched();
        var order = signed(id);
        rule(id, requests.askSuspension(order, order(order), "等待诉求人提供材料", ZHOU), true);
        assertThat(clock(id, "CLOSE", "paused_at")).isNotEmpty();
        jdbc.sql(
                        "update clock set paused_at = paused_at - interval '5 hours', started_at = started_at - interval '6 hours',"
                                + " due_at = due_at - interval '6 hours' where case_id = ? and kind = 'CLOSE'")
                .param(id)
                .update();
        var due = clock(id, "CLOSE", "due_at");
        requests.resume(order, order(order), ZHOU);

        assertThat(clock(id, "CLOSE", "paused_at")).isEmpty();
        assertThat(text(
                        "select (due_at - ?::timestamptz between interval '5 hours' and interval '5 hours 1 minute')::text"
                                + " from clock where case_id = ? and kind = 'CLOSE'",
                        due,
                        id))
                .isEqualTo("true");
        assertThat(refused(() -> requests.resume(order, order(order), ZHOU))).isEqualTo(Obstacle.WRONG_STATE);
    }

    private void ruleReturn(UUID caseId, boolean approved, String unit) {
        var request = jdbc.sql("select id from order_request where case_id = ? and state = 'ASKED'")
                .param(caseId)
                .query(UUID.class)
                .single();
        rulings.rule(caseId, request, 1, new Ruling(approved, "经核查", Optional.of(unit)), ANNA);
    }

    private void rule(UUID caseId, UUID request, boolean approved) {
        rulings.rule(caseId, request, 1, new Ruling(approved, "同意", Optional.empty()), ANNA);
    }
}
