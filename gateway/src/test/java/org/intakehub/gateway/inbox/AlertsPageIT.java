package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** Threats and suggested units as people see them in a real browser. */
class AlertsPageIT extends BrowsedHub {
    private void threaten(UUID id) {
        jdbc.sql("update case_file set threat = true, reasons = '[\"threat: 要伤害*自己\"]' where id = ?")
                .param(id)
                .update();
    }

    @Test
    void aThreatStandsOnTheDispatchersOpenPageUntilSomebodyAcknowledgesIt() {
        var town = new Town(samples);
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        assertThat(page.locator(".pulse")).hasText("实时更新中");
        assertThat(page.locator(".alarm")).hasCount(0);
        threaten(town.unsure);
        assertThat(page.locator(".alarm")).containsText("有 1 条扬言警报无人确认");
        Browser.picture(page, "alarm-zh-CN-1440");
        page.click(".alarm .btn");
        page.waitForURL(address("/alerts"));
        assertThat(page.locator("tbody tr")).containsText("要伤害*自己");
        page.click("tbody button");
        assertThat(page.locator("tbody tr")).containsText(KnownPeople.name(Role.DISPATCHER));
        assertThat(page.locator(".alarm")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anOperatorIsNotShownAlerts() {
        var town = new Town(samples);
        threaten(town.unsure);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        assertThat(page.locator(".pulse")).hasText("实时更新中");
        assertThat(page.locator("#alerts")).hasCount(0);
    }

    @Test
    void aCaseShowsItsSuggestedUnitsWithReasons() {
        var town = new Town(samples);
        threaten(town.unsure);
        for (var width : new int[] {1440, 390}) {
            var page = browser.loggedIn(this, Role.ADMIN, width == 390 ? "en-US" : "zh-CN", width);
            page.navigate(address("/cases/" + town.dispatched));
            assertThat(page.locator("#suggested li").first()).containsText("巢湖市城市管理局");
            assertThat(page.locator("#suggested li").first()).containsText("dispatch.csv");
            Browser.picture(page, "suggested-" + width);
            page.navigate(address("/alerts"));
            Browser.picture(page, "alerts-" + width);
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
