package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The leader's screen: its figures are those of the cases, and it is seen whole. */
@ExtendWith(Chromium.class)
class FiguresIT extends RunningHub {
    @Autowired
    Figures figures;

    @Test
    void theScreenTellsTheCasesAndNeedsNoScrolling(Browser browser) {
        var late = samples.add("路灯不亮", "内容");
        samples.workOrder(late, "chengguan", "LEAD");
        jdbc.sql("update clock set due_at = now() - interval '1 minute'").update();
        var earlier = samples.add("井盖丢失", "内容");
        jdbc.sql("update case_file set accepted_at = now() - interval '2 days' where id = ?")
                .param(earlier)
                .update();
        figures.forget();

        var sheet = figures.now();
        assertThat(sheet.today()).isEqualTo(1);
        assertThat(sheet.trend()).hasSize(14);
        assertThat(sheet.trend().get(11).accepted()).isEqualTo(1);
        assertThat(sheet.channels()).containsExactly(new Figures.Part("mayor-mailbox", 2));
        assertThat(sheet.units()).containsExactly(new Figures.Standing("chengguan", 1, 1));
        assertThat(sheet.divisions()).contains(new Figures.Part("340181004", 2));

        for (var width : new int[] {1440, 1024}) {
            var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", width);
            page.navigate(address("/screen"));
            assertThat(page.locator(".figure.main b")).hasText("1");
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollHeight <= innerHeight"
                            + " && document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            Browser.picture(page, "screen-fit-" + width);
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
