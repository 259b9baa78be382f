package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** The pages as people use them in a real browser. */
class InboxIT extends BrowsedHub {
    private static final String ATTACK =
            "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">\"'><svg/onload=alert(1)>";

    private Page loggedIn(Role role) {
        return browser.loggedIn(this, role, "zh-CN", 1280);
    }

    @Test
    void asksForALoginAndRefusesAWrongPassword() {
        var page = browser.page("zh-CN", 1280);
        page.navigate(address("/cases"));
        assertThat(page).hasURL(address("/login"));
        Browser.logIn(page, "operator", "not the password");
        assertThat(page.locator(".alert-danger")).hasText("用户名或密码不正确。");
        Browser.logIn(page, KnownPeople.name(Role.OPERATOR), KnownPeople.PASSWORD);
        assertThat(page.locator("#inbox")).isVisible();
    }

    @Test
    void narrowsTheListAndFindsChineseWords() {
        var town = new Town(samples);
        var page = loggedIn(Role.DISPATCHER);
        assertThat(page.locator(".case-row")).hasCount(3);
        page.fill("#q", "摊贩占道");
        page.press("#q", "Enter");
        assertThat(page.locator(".case-row")).hasCount(1);
        assertThat(page.locator(".case-row .title")).hasText("学校门口流动摊贩占道经营");
        page.fill("#q", "");
        page.press("#q", "Enter");
        assertThat(page.locator(".case-row")).hasCount(3);
        page.click(".filters .add summary");
        page.selectOption("select[name=state]", "TRIAGE");
        assertThat(page.locator(".case-row")).hasCount(1);
        assertThat(page.locator(".case-row")).hasAttribute("data-key", town.unsure.toString());
        assertThat(page).hasURL(Pattern.compile(".*state=TRIAGE.*"));
    }

    @Test
    void aNewCaseSlidesInAndOpenRowsAreNotTouched() {
        new Town(samples);
        var page = loggedIn(Role.OPERATOR);
        assertThat(page.locator(".pulse")).hasText("实时更新中");
        page.evaluate("() => { document.querySelector('.case-row').marked = true; }");
        var fresh = samples.add("刚刚到的新件", "路面塌陷。");
        assertThat(page.locator(".case-row")).hasCount(4);
        assertThat(page.locator(".case-row").first()).hasAttribute("data-key", fresh.toString());
        assertThat((Boolean) page.evaluate("() => document.querySelectorAll('.case-row')[1].marked === true"))
                .as("the row that was first is still the same element")
                .isTrue();
    }

    @Test
    void aTabThatNobodyLooksAtGivesItsConnectionBackAndIsRightWhenItIsLookedAtAgain() {
        new Town(samples);
        var page = loggedIn(Role.OPERATOR);
        assertThat(page.locator(".pulse")).hasText("实时更新中");
        var ended = new ArrayList<String>();
        page.onRequestFailed(request -> ended.add(request.url()));
        look(page, "hidden");

        var other = page.context().newPage();
        other.navigate(address("/cases"));
        assertThat(other.locator(".pulse")).hasText("实时更新中");
        page.waitForCondition(() -> ended.contains(address("/live")));
        samples.add("刚刚到的新件", "路面塌陷。");
        assertThat(other.locator(".case-row")).hasCount(4);
        assertThat(page.locator(".case-row")).hasCount(3);

        look(page, "visible");
        assertThat(page.locator(".case-row")).hasCount(4);
        samples.add("又一件", "路灯不亮。");
        assertThat(page.locator(".case-row")).hasCount(5);
    }

    private static void look(Page page, String state) {
        page.evaluate(
                "state => { Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                state);
    }

    @Test
    void whatACaseNamesLeadsToTheOthersThatNameIt() {
        var id = samples.add("栖霞小区漏水", "卧牛山街道栖霞小区82号楼顶漏水，维修要2000元。");
        samples.add("楼道太黑", "栖霞小区的楼道灯坏了。");
        samples.add("路灯不亮", "长江路的路灯坏了。");
        var page = loggedIn(Role.OPERATOR);
        page.navigate(address("/cases/" + id));

        assertThat(page.locator(".entities a")).hasText(new String[] {"栖霞小区", "2000元"});
        page.locator(".entities a").first().click();
        assertThat(page.locator(".case-row")).hasCount(2);
    }

    @Test
    void moreRowsComeByTheNextPage() {
        for (var i = 0; i < 60; i++) {
            samples.add("第 " + i + " 件", "内容");
        }
        var page = loggedIn(Role.OPERATOR);
        assertThat(page.locator(".case-row")).hasCount(50);
        // The page may take the element out at any moment, which waiting for it to stand still does not survive.
        page.evaluate("() => document.querySelector('#more')?.scrollIntoView()");
        assertThat(page.locator(".case-row")).hasCount(60);
        assertThat(page.locator("#more button")).hasCount(0);
        assertThat((Integer) page.evaluate(
                        "() => new Set([...document.querySelectorAll('.case-row')].map(r => r.dataset.key)).size"))
                .isEqualTo(60);
    }

    @Test
    void whatACitizenWritesStaysText() {
        var id = samples.add(ATTACK, ATTACK, "TRIAGE", "mayor-mailbox", "0302", Confidentiality.NORMAL);
        var receipt = samples.raw("mayor-mailbox", "QUARANTINED", ATTACK, ATTACK);
        samples.message(id, receipt, ATTACK, ATTACK, ATTACK);
        samples.revealed(id, KnownPeople.name(Role.ADMIN));
        var page = loggedIn(Role.ADMIN);
        for (var path : new String[] {
            "/cases", "/cases/" + id, "/cases/" + id + "/raw/" + receipt, "/quarantine", "/quarantine/" + receipt
        }) {
            page.navigate(address(path));
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.title()).as(path).isNotEqualTo("ran");
            assertThat(page.content()).as(path).contains("&lt;script&gt;");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anOperatorSettlesAnUnsureCaseButNotAStaleOne() {
        var town = new Town(samples);
        var page = loggedIn(Role.OPERATOR);
        page.navigate(address("/cases/" + town.unsure));
        jdbc.sql("update case_file set revision = revision + 1 where id = ?")
                .param(town.unsure)
                .update();
        page.selectOption("#category", "0207");
        page.click(".triage [data-do=dispatch]");
        assertThat(page.locator(".alert-warning")).containsText("请重新确认");
        page.click(".triage [data-do=dispatch]");
        assertThat(page.locator(".alert-success")).containsText("将进入派单");
        page.click(".alert [data-do=undo]");
        assertThat(page.locator(".alert-success")).containsText("已撤销");
        assertThat(page.locator(".triage")).isVisible();
    }

    @Test
    void anOpenCaseTellsThatItHasChanged() {
        var town = new Town(samples);
        var page = loggedIn(Role.OPERATOR);
        page.navigate(address("/cases/" + town.dispatched));
        assertThat(page.locator(".pulse")).hasText("实时更新中");
        samples.history(town.dispatched, "hub", "REPLY_SENT", "{}");
        assertThat(page.locator("#news")).containsText("已有变化");
    }

    @Test
    void hidesAWhistleBlowerFromOperators() {
        var town = new Town(samples);
        var page = loggedIn(Role.OPERATOR);
        assertThat(page.content()).doesNotContain("周晓雨").doesNotContain("13900001234");
        page.navigate(address("/cases?q=13900001234"));
        assertThat(page.locator(".case-row")).hasCount(2);
        assertThat(page.locator("[data-key='" + town.secret + "']")).hasCount(0);
        page.navigate(address("/cases/" + town.secret));
        assertThat(page.content())
                .doesNotContain("周晓雨")
                .doesNotContain("13900001234")
                .contains(Veil.COVER);
        page.navigate(address("/cases/" + town.secret + "/raw/" + town.secretReceipt));
        assertThat(page.locator(".code")).hasText("404");
    }

    @Test
    void comparesAQuarantinedMessageBeforeItIsReplayed() {
        var town = new Town(samples);
        var page = loggedIn(Role.INTEGRATOR);
        assertThat(page).hasURL(address("/quarantine"));
        page.navigate(address("/quarantine/" + town.broken));
        assertThat(page.locator(".bytes")).containsText("没有结尾");
        page.click("text=重新解析");
        assertThat(page.locator(".report")).hasCount(1);
        page.navigate(address("/quarantine"));
        page.check("input[value='" + town.broken + "']");
        page.click("text=废弃 >> nth=-1");
        assertThat(page.locator(".alert-success")).hasText("已废弃 1 条报文。");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void switchesTheLanguageAndKeepsIt() {
        var page = loggedIn(Role.OPERATOR);
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.click("header >> text=English");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".bar > nav")).containsText("Inbox");
        page.navigate(address("/cases?state=TRIAGE"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
}
