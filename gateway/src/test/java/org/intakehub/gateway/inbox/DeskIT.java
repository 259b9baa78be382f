package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.desk.Takings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The inbox as a desk: a case beside the list, chips, hits, whose case it is; in a real browser. */
class DeskIT extends BrowsedHub {
    @Autowired
    Takings takings;

    @Test
    void aCaseOpensBesideTheListAndTheAddressOpensItAgain() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.click("[data-key='" + town.dispatched + "'] a");
        assertThat(page.locator("#pane h1")).hasText("学校门口流动摊贩占道经营");
        assertThat(page.locator(".case-row.on")).hasAttribute("data-key", town.dispatched.toString());
        assertThat(page).hasURL(address("/cases?open=" + town.dispatched));

        var shared = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        shared.navigate(page.url());
        assertThat(shared.locator("#pane h1")).hasText("学校门口流动摊贩占道经营");
        assertThat(shared.locator(".case-row")).hasCount(3);

        page.goBack();
        assertThat(page.locator("#pane h1")).hasCount(0);
        assertThat(page.locator(".case-row")).hasCount(3);
    }

    @Test
    void onAPhoneTheCaseTakesThePlaceOfTheList() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 390);
        page.click("[data-key='" + town.dispatched + "'] a");
        assertThat(page).hasURL(address("/cases/" + town.dispatched));
        page.navigate(address("/cases?open=" + town.dispatched));
        assertThat(page.locator("#pane h1")).isVisible();
        assertThat(page.locator("#case-rows")).isHidden();
    }

    @Test
    void chipsAreTakenAwayOneByOne() {
        new Town(samples);
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.click(".filters .add summary");
        page.click(".facets >> text=市长信箱");
        assertThat(page.locator(".case-row")).hasCount(2);
        page.fill("#q", "摊贩");
        page.press("#q", "Enter");
        assertThat(page.locator(".case-row")).hasCount(1);
        assertThat(page.locator(".case-row mark.hit").first()).hasText("摊贩");
        assertThat(page.locator(".chip")).hasCount(2);
        page.click(".chip:has-text('摊贩') a");
        assertThat(page.locator(".case-row")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*channel=mayor-mailbox$"));
    }

    @Test
    void hitsAndReasonsAreMarkedInTheCase() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases?q=%E8%BD%A6%E8%BE%86&open=" + town.dispatched));
        assertThat(page.locator("#pane mark.hit").first()).hasText("车辆");
        assertThat(page.locator("#pane mark.why").first()).hasText("流动摊贩占道");
        assertThat(page.locator("#pane .words").first()).containsText("流动摊贩占道，车辆无法通行");
    }

    @Test
    void aCaseIsTakenByTheFirstWhoAsks() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.click("[data-key='" + town.unsure + "'] a");
        page.click("#pane [data-do=take]");
        assertThat(page.locator("#pane .marks")).containsText("我的");
        assertThat(page.locator(".case-row")).hasCount(3);
        assertThat(takings.take(town.unsure, Optional.empty(), KnownPeople.name(Role.DISPATCHER)))
                .isFalse();
        assertThat(page.locator(".view-MINE b")).hasText("1");
        assertThat(page.locator(".view-UNASSIGNED b")).hasText("0");
        page.click("#pane [data-do=give]");
        assertThat(page.locator("#pane [data-do=take]")).hasText("认领");
    }

    @Test
    void whatNobodyWorksOnGoesBackToAll() {
        var town = new Town(samples);
        takings.take(town.unsure, Optional.empty(), "operator");
        takings.giveBackUntouched();
        assertThat(takings.assignee(town.unsure)).hasValue("operator");

        var forgotten = samples.add("路灯不亮", "内容");
        jdbc.sql("update case_file set assignee = 'operator', taken_at = now() - interval '31 minutes' where id = ?")
                .param(forgotten)
                .update();
        takings.giveBackUntouched();
        assertThat(takings.assignee(forgotten)).isEmpty();
        assertThat(takings.assignee(town.unsure)).hasValue("operator");
    }

    @Test
    void aNewCaseDoesNotMoveWhatIsReadInTheList() {
        for (var i = 0; i < 30; i++) {
            samples.add("第 " + i + " 件", "内容");
        }
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.click(".case-row:nth-child(20) a");
        assertThat(page.locator("#pane h1")).isVisible();
        var read = page.locator(".case-row.on");
        var before = top(read);
        samples.add("刚刚到的新件", "路面塌陷。");
        assertThat(page.locator(".case-row")).hasCount(31);
        assertThat(top(read)).isEqualTo(before);
    }

    private static double top(Locator element) {
        return element.boundingBox().y;
    }
}
