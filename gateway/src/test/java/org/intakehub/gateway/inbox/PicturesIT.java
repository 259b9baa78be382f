package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.answer.SurveyLinks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page at desk and phone width in both languages: fits its width, and asks for nothing that its policy forbids. */
class PicturesIT extends BrowsedHub {
    @Autowired
    SurveyLinks surveys;

    @Test
    void everyPageFitsItsWidthInBothLanguages() {
        var cases = new Town(samples);
        samples.draft(cases.dispatched);
        samples.followUp("DISPUTED");
        var survey = "/public/survey/" + surveys.token(samples.followUp("OPEN"));
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.page(language, width);
                look(page, "/login", "login-" + language + "-" + width);
                Browser.logIn(page, KnownPeople.name(Role.ADMIN), KnownPeople.PASSWORD);
                assertThat(page.locator(".pulse")).hasText(language.startsWith("zh") ? "实时更新中" : "Live");
                for (var address : cases.addresses().entrySet()) {
                    look(page, address.getValue(), address.getKey() + "-" + language + "-" + width);
                }
                look(page, survey, "survey-" + language + "-" + width);
                page.navigate(address("/quarantine"));
                page.check("tbody tr:first-child input[name=receipt]");
                page.click("#raws button[type=submit]:not([formaction])");
                assertThat(page.locator(".report")).hasCount(1);
                Browser.picture(page, "compare-" + language + "-" + width);
                page.context().close();
            }
        }
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("404"))
                .isEmpty();
    }

    @Test
    void theDescriptionOfTheApiCanBeReadUnderTheSamePolicy() {
        var page = browser.loggedIn(this, Role.INTEGRATOR, "en-US", 1440);
        page.click("header >> text=API");
        // The first description takes seconds to make.
        page.locator(".opblock-tag").first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page.locator(".info .title")).containsText("Intake Hub");
        Browser.picture(page, "api-en-US-1440");
    }

    private void look(Page page, String address, String name) {
        page.navigate(address(address));
        if (address.contains("open=")) {
            page.waitForSelector("#pane h1");
        }
        Browser.picture(page, name);
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(overflow).as(name + " is wider than the window").isFalse();
    }
}
