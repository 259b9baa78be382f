package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The inbox as an operator sees it in a real browser. */
class InboxIT extends RunningHub {
    @SuppressWarnings("NullAway.Init")
    static Browser browser;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private void someCases() {
        samples.add(
                "路灯不亮已经一周",
                "您好，凤凰山街道东风路 12 号门口的路灯已经一周不亮，晚上老人出行不安全。",
                "TRIAGE",
                "mayor-mailbox",
                "0207",
                Confidentiality.NORMAL);
        var stall = samples.add("流动摊贩占道经营", "学校门口每天下午流动摊贩占道，车辆无法通行，请管理。");
        samples.workOrder(stall, "chengguan", "LEAD");
        samples.workOrder(stall, "jiaojing", "ASSIST");
        samples.add(
                "举报某单位违规",
                "我要举报，请保密。我叫周晓雨，电话13900001234。",
                "CLASSIFIED",
                "standard-webhook",
                "1402",
                Confidentiality.WHISTLEBLOWER);
    }

    @Test
    void showsItselfAtBothWidthsInBothLanguages() {
        someCases();
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.page(language, width);
                page.navigate(address("/login"));
                Browser.picture(page, "login-" + language + "-" + width);
                Browser.logIn(page, KnownPeople.name(Role.ADMIN), KnownPeople.PASSWORD);
                assertThat(page.locator(".case-row")).hasCount(3);
                assertThat(page.locator(".pulse")).hasText(language.startsWith("zh") ? "实时更新中" : "Live");
                Browser.picture(page, "cases-" + language + "-" + width);
            }
        }
        org.assertj.core.api.Assertions.assertThat(browser.complaints()).isEmpty();
    }
}
