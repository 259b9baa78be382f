package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** The pages of the sources, with one of every state, in a real browser. */
class SourcePagesIT extends BrowsedHub {
    private void look(Page page, String name) {
        Browser.picture(page, name);
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(overflow).as(name + " is wider than the window").isFalse();
    }

    @Test
    void everySourceIsShownWithItsStateAndCanBePausedAndResumed() {
        new Town(samples);
        jdbc.sql(
                        "insert into source_hour (source, hour, taken_in) select 'partner', hour, 3 + extract(hour from hour)::int"
                                + " from generate_series(date_trunc('hour', now()) - interval '20 hours', date_trunc('hour', now()),"
                                + " interval '1 hour') hour on conflict do nothing")
                .update();
        jdbc.sql(
                        "insert into source_status (source, last_well_at, last_error, last_error_at) values"
                                + " ('mailbox', now() - interval '2 hours', 'the mailbox does not answer', now()) on conflict do nothing")
                .update();
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.loggedIn(this, Role.INTEGRATOR, language, width);
                page.navigate(address("/sources"));
                assertThat(page.locator(".source-OFF")).hasCount(1);
                assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("lights")))
                        .not()
                        .containsText("short");
                look(page, "sources-set-" + language + "-" + width);
                page.navigate(address("/sources/partner"));
                page.fill("input[name=why]", "新密钥");
                page.click("form[action$='/pause'] button");
                assertThat(page.locator("h1 .source-PAUSED")).hasCount(1);
                look(page, "source-paused-" + language + "-" + width);
                page.click("form[action$='/resume'] button");
                assertThat(page.locator("h1 .source-ON")).hasCount(1);
                page.navigate(address("/sources/mailbox"));
                look(page, "source-mailbox-" + language + "-" + width);
                page.navigate(address("/sources/lights"));
                look(page, "source-off-" + language + "-" + width);
                page.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTestMessageGoesAlongTheRoadAndOpensNoCase() {
        var page = browser.loggedIn(this, Role.INTEGRATOR, "zh-CN", 1440);
        page.navigate(address("/sources/partner"));
        page.click("form[action$='/tests'] button");
        assertThat(page.locator(".stations li").last()).containsText("拟派");
        assertThat(page.locator(".stations li")).hasCount(6);
        assertThat(page.locator(".stations .late")).hasCount(0);
        assertThat(jdbc.sql("select count(*) from case_file")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select state from raw_message where delivery_id like 'test:%'")
                        .query(String.class)
                        .single())
                .isEqualTo("DISCARDED");
        look(page, "source-tested-zh-CN-1440");

        page.navigate(address("/sources/mailbox"));
        page.click("form[action$='/tests'] button");
        assertThat(page.locator(".stations .late")).containsText("does not answer");
    }

    @Test
    void aComparisonThatCannotReachTheMailboxSaysSo() {
        var page = browser.loggedIn(this, Role.INTEGRATOR, "en-US", 1440);
        page.navigate(address("/sources/mailbox"));
        page.fill("input[name=from]", "2026-11-20");
        page.fill("input[name=to]", "2026-11-22");
        page.click("form[action$='/reconciliations'] button:first-child");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".alert").textContent().contains("does not answer");
        });
        look(page, "reconciliation-en-US-1440");
    }
}
