package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.answer.AnswerDesk;
import org.intakehub.gateway.answer.Drafts;
import org.intakehub.gateway.answer.Templates;
import org.intakehub.gateway.classify.Triage.Result;
import org.intakehub.gateway.dispatch.DispatchStage;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.reply.CaseAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What citizens are told of a unit's result, and who has to see it before. */
class ReviewsIT extends StoppedRoad {
    private static final Account READER = new Account("anna", "林安", Role.DISPATCHER, null);

    private static final Actor ZHOU = new Actor("unit-login", "周晓雨");
    private static final Actor ANNA = new Actor("anna", "林安");
    private static final OrderDesk.Result DONE =
            new OrderDesk.Result(OrderDesk.Outcome.SOLVED, "已到现场清理。", "占道摊贩已劝离，每日巡查。");

    @Autowired
    DispatchStage dispatch;

    @Autowired
    OrderDesk desk;

    @Autowired
    AnswerDesk answers;

    @Autowired
    Drafts drafts;

    @Autowired
    Templates templates;

    private UUID dispatched(String from, String confidentiality) {
        var id = open(mail(UUID.randomUUID() + "@example.org", from, "路灯不亮"));
        toTriage(id);
        assertThat(triage.classify(id, revision(id), "0302", Optional.of("340181004"), "anna"))
                .isEqualTo(Result.DONE);
        jdbc.sql("update case_file set confidentiality = ? where id = ?")
                .params(confidentiality, id)
                .update();
        dispatch.run(delivery(id));
        return id;
    }

    private void submit(UUID id) {
        for (var role : new String[] {"ASSIST", "LEAD"}) {
            for (var order : jdbc.sql("select id from work_order where case_id = ? and role = ?")
                    .params(id, role)
                    .query(UUID.class)
                    .list()) {
                desk.sign(order, number("select revision from work_order where id = ?", order), ZHOU);
                desk.submit(order, number("select revision from work_order where id = ?", order), DONE, ZHOU);
            }
        }
    }

    private List<String> sent(UUID id) {
        return jdbc.sql(
                        "select text from reply where kind = 'ANSWER' and case_id in (select id from case_file where id = ? or merged_into = ?)")
                .params(id, id)
                .query(String.class)
                .list();
    }

    private static Obstacle refused(Runnable step) {
        return catchThrowableOfType(ImpossibleStep.class, step::run).obstacle();
    }

    @Test
    void aResultGoesToEveryoneWhoToldTheMatterInTheWordsOfTheTemplateWithItsLegalBasis() {
        var id = dispatched("a@example.org", "NORMAL");
        var other = dispatched("b@example.org", "NORMAL");
        jdbc.sql("update case_file set state = 'MERGED', merged_into = ? where id = ?")
                .params(id, other)
                .update();
        submit(id);

        assertThat(sent(id))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("占道摊贩已劝离", "巢湖市城市管理局", "依据：《城市市容和环境卫生管理条例》")
                        .doesNotContain("{"));
        assertThat(number("select count(distinct recipient) from reply where kind = 'ANSWER'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from outbox where queue = 'intake.reply'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theAnswerToAWhistleblowerWaitsForASecondPerson() {
        var id = dispatched("a@example.org", "WHISTLEBLOWER");
        submit(id);

        assertThat(sent(id)).isEmpty();
        var draft = drafts.of(id).get(0);
        assertThat(drafts.waiting(READER, 0, 10)).extracting(Drafts.Draft::id).contains(draft.id());
        assertThat(refused(() -> answers.approve(id, draft.id(), draft.revision(), draft.text(), ZHOU)))
                .isEqualTo(Obstacle.SAME_PERSON);
        assertThat(refused(() -> answers.approve(id, draft.id(), 7, draft.text(), ANNA)))
                .isEqualTo(Obstacle.STALE);

        answers.approve(id, draft.id(), draft.revision(), "已依法处理。", ANNA);
        assertThat(sent(id)).containsExactly("已依法处理。");
        assertThat(refused(() -> answers.approve(id, draft.id(), draft.revision() + 1, "再次", ANNA)))
                .isEqualTo(Obstacle.WRONG_STATE);
        assertThat(number(
                        "select count(*) from history where case_id = ? and kind = 'ANSWER_APPROVED' and actor = 'anna'",
                        id))
                .isEqualTo(1);
    }

    @Test
    void whatIsSentBackIsNotSentAndKeepsItsReason() {
        var id = dispatched("a@example.org", "SENSITIVE");
        submit(id);
        var draft = drafts.of(id).get(0);
        assertThat(refused(() -> answers.sendBack(id, draft.id(), draft.revision(), " ", ANNA)))
                .isEqualTo(Obstacle.INCOMPLETE);
        answers.sendBack(id, draft.id(), draft.revision(), "口径不一致", ANNA);

        assertThat(sent(id)).isEmpty();
        assertThat(drafts.of(id)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("SENT_BACK");
            assertThat(one.reason()).isEqualTo("口径不一致");
            assertThat(one.reviewedPerson()).isEqualTo("林安");
        });
    }

    @Test
    void aPersonsAnswerFollowsTheSamePolicyAndIsHeldOnce() {
        var id = dispatched("a@example.org", "SENSITIVE");
        var answer = UUID.randomUUID();
        var revision = revision(id);

        assertThat(answers.give(id, answer, revision, "答复", ANNA).result()).isEqualTo(CaseAnswers.Result.WAITS);
        assertThat(answers.give(id, answer, revision, "答复", ANNA).result()).isEqualTo(CaseAnswers.Result.WAITS);
        assertThat(drafts.of(id)).hasSize(1);
        assertThat(answers.give(id, UUID.randomUUID(), revision, "旧稿", ANNA).result())
                .isEqualTo(CaseAnswers.Result.STALE);
        answers.give(id, UUID.randomUUID(), revision(id), "新稿", ANNA);
        assertThat(drafts.of(id)).extracting(Drafts.Draft::state).containsExactly("REPLACED", "WAITING");
    }

    @Test
    void templatesAreOfferedTheMostExactFirst() {
        var id = dispatched("a@example.org", "NORMAL");
        assertThat(templates.of(id).get(0).code()).isEqualTo("street");
        assertThat(templates.of(id)).extracting(Templates.Offered::code).contains("result");
        assertThat(templates.text(id, "street"))
                .hasValueSatisfying(text -> assertThat(text).contains("{result}"));
        assertThat(Templates.hasGap(templates.text(id, "street").orElseThrow())).isTrue();
        assertThat(templates.text(id, "wages")).isEmpty();
    }
}
