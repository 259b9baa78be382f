package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.desk.CannedAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.ResponseStatusException;

/** People who work on the same cases at the same time. */
class TalkIT extends BrowsedHub {
    @Autowired
    TalkApi api;

    @Autowired
    CaseCounts counts;

    @Autowired
    CannedAnswers canned;

    @Test
    void whoElseHasTheCaseOpenIsTold() {
        var town = new Town(samples);
        var one = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        one.navigate(address("/cases?open=" + town.unsure));
        assertThat(one.locator("#pane h1")).isVisible();
        assertThat(one.locator(".readers")).hasText("");
        var other = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        other.navigate(address("/cases/" + town.unsure));
        assertThat(other.locator(".readers")).hasText("同时打开：Test dispatcher");
    }

    @Test
    void aRefusedSaveSaysWhatHappenedAndKeepsTheChoice() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases?open=" + town.unsure));
        page.selectOption("#category", "0301");
        samples.history(town.unsure, "dispatcher", "NOTED", "{}");
        jdbc.sql("update case_file set revision = revision + 1 where id = ?")
                .param(town.unsure)
                .update();
        page.click("[data-do=dispatch]");
        assertThat(page.locator("#pane .alert-warning")).containsText("请重新确认");
        assertThat(page.locator("#pane .changes li")).hasCount(1);
        assertThat(page.locator("#pane .changes li")).containsText("已写内部备注");
        assertThat(page.locator("#category")).hasValue("0301");
        page.click("[data-do=dispatch]");
        assertThat(page.locator("#toasts")).containsText("将进入派单");
    }

    @Test
    void whatOneWritesIsThereAgainAndOthersMayReadIt() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases/" + town.dispatched));
        page.waitForResponse(
                answer -> answer.url().endsWith("/draft"), () -> page.fill("#answer-text", "<b>您好</b>，已安排城管处理。"));
        page.reload();
        assertThat(page.locator("#answer-text")).hasValue("<b>您好</b>，已安排城管处理。");
        var other = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        other.navigate(address("/cases/" + town.dispatched));
        other.click(".draft summary");
        assertThat(other.locator(".draft .words")).hasText("<b>您好</b>，已安排城管处理。");
        assertThat(other.locator("#answer-text")).hasValue("");
    }

    @Test
    void aCannedAnswerIsFilledInForTheCase() {
        var town = new Town(samples);
        jdbc.sql("delete from canned_answer").update();
        canned.add("已派单", "{citizen}您好：您反映的“{title}”（{number}）已交{unit}办理。", "dispatcher");
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases?open=" + town.dispatched));
        page.selectOption("[data-canned]", new SelectOption().setLabel("已派单"));
        assertThat(page.locator("#answer-text"))
                .hasValue(Pattern.compile("周晓雨您好：您反映的“学校门口流动摊贩占道经营”（340181-\\d{8}-\\d{6}）已交巢湖市城市管理局办理。"));
    }

    @Test
    void aCannedAnswerIsNotChangedByWhoSawAnOlderOne() {
        jdbc.sql("delete from canned_answer").update();
        assertThat(canned.add("谢谢", "谢谢您。", "dispatcher")).isTrue();
        assertThat(canned.add("谢谢", "又一个。", "dispatcher")).isFalse();
        var one = canned.all().get(0);
        assertThat(canned.change(one.id(), one.revision(), "感谢", "谢谢您！", "admin"))
                .isTrue();
        assertThat(canned.change(one.id(), one.revision(), "感谢", "晚了", "dispatcher"))
                .isFalse();
        assertThat(canned.remove(one.id(), one.revision())).isFalse();
        assertThat(canned.remove(one.id(), one.revision() + 1)).isTrue();
    }

    @Test
    void aMentionedColleagueFindsTheCaseAndUnitsSeeNoNote() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases/" + town.dispatched));
        page.fill("#note-text", "@dispatcher 请看一下。也问 @nobody 和 @unit。");
        page.click("#notes button");
        assertThat(page.locator(".note .words")).hasText("@dispatcher 请看一下。也问 @nobody 和 @unit。");
        assertThat(jdbc.sql("select array_to_string(mentioned, ' ') from note")
                        .query(String.class)
                        .single())
                .isEqualTo("dispatcher");

        var dispatcher = new Account("dispatcher", "D", Role.DISPATCHER, null);
        assertThat(counts.of(CaseAccess.of(dispatcher)).get(CaseView.MENTIONED)).isEqualTo(1);
        var unit = new Account("unit", "U", Role.UNIT, "chengguan");
        assertThat(counts.of(CaseAccess.of(unit)).get(CaseView.MENTIONED)).isZero();
        assertThatThrownBy(() -> api.notes(town.dispatched, unit)).isInstanceOf(ResponseStatusException.class);
        assertThat(api.notes(town.dispatched, dispatcher)).hasSize(1);
        var unitsPage = browser.loggedIn(this, Role.UNIT, "zh-CN", 1440);
        unitsPage.navigate(address("/cases/" + town.dispatched));
        assertThat(unitsPage.locator("#notes")).hasCount(0);
    }
}
