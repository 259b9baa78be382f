package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.classify.SecondThoughts;
import org.intakehub.gateway.classify.Triage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Triage without a mouse, and taking back what was decided. */
class KeysIT extends BrowsedHub {
    @Autowired
    Triage triage;

    @Autowired
    SecondThoughts thoughts;

    private Page desk() {
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        assertThat(page.locator(".case-row")).hasCount(3);
        return page;
    }

    private String state(UUID id) {
        return jdbc.sql("select state || ' ' || category from case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void aCaseIsReadCorrectedAndDispatchedWithoutAMouse() {
        var town = new Town(samples);
        var page = desk();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane h1")).hasText("路灯不亮已经一周");
        page.keyboard().press("2");
        assertThat(page.locator("#category")).hasValue("0301");
        page.keyboard().press("c");
        page.keyboard().type("占道");
        page.keyboard().press("Enter");
        assertThat(page.locator("#category")).hasValue("0302");
        page.keyboard().press("p");
        assertThat(page.locator("#palette-list li").first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("d");
        assertThat(page.locator("#toasts")).containsText("将进入派单");
        assertThat(page.locator("#pane h1")).hasText("举报某企业夜间偷排");
        assertThat(state(town.unsure)).isEqualTo("CLASSIFIED 0302");

        page.keyboard().press("u");
        assertThat(page.locator("#pane .alert-success")).containsText("已撤销");
        assertThat(page.locator("#pane h1")).hasText("路灯不亮已经一周");
        assertThat(state(town.unsure)).isEqualTo("TRIAGE 0207");
    }

    @Test
    void whatIsNotTakenBackGoesOutByItselfEvenWhenTheBrowserIsClosed() {
        var town = new Town(samples);
        var page = desk();
        page.navigate(address("/cases?open=" + town.unsure));
        assertThat(page.locator("#pane h1")).isVisible();
        page.keyboard().press("d");
        assertThat(page.locator("#toasts")).containsText("将进入派单");
        page.context().close();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(town.unsure).startsWith("DISPATCHED"));
    }

    @Test
    void aDecisionIsTakenBackOnceByWhoeverMadeItAndNotWhenItHasGoneOut() {
        var town = new Town(samples);
        var revision = jdbc.sql("select revision from case_file where id = ?")
                .param(town.unsure)
                .query(Integer.class)
                .single();
        var decision = triage.decide(town.unsure, revision, "0302", Optional.empty(), "operator")
                .id()
                .orElseThrow();
        assertThat(thoughts.undo(town.unsure, decision, "dispatcher")).isFalse();
        assertThat(thoughts.undo(town.secret, decision, "operator")).isFalse();
        assertThat(thoughts.undo(town.unsure, decision, "operator")).isTrue();
        assertThat(thoughts.undo(town.unsure, decision, "operator")).isFalse();
        assertThat(state(town.unsure)).isEqualTo("TRIAGE 0207");

        var again = triage.decide(town.unsure, revision + 2, "0302", Optional.empty(), "operator")
                .id()
                .orElseThrow();
        jdbc.sql("delete from outbox").update();
        assertThat(thoughts.undo(town.unsure, again, "operator")).isFalse();
        assertThat(state(town.unsure)).isEqualTo("CLASSIFIED 0302");
    }

    @Test
    void letterKeysAreLettersWhereOneWritesAndCanBeSwitchedOff() {
        new Town(samples);
        var page = desk();
        page.keyboard().press("/");
        page.keyboard().type("dcjk?");
        assertThat(page.locator("#q")).hasValue("dcjk?");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.uncheck("#single-keys");
        page.keyboard().press("Escape");
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isHidden();
        assertThat(page.locator(".case-row.on")).hasCount(0);
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette")).isVisible();
    }

    @Test
    void thePaletteFindsCommandsViewsAndCases() {
        new Town(samples);
        var page = desk();
        page.keyboard().press("Control+k");
        page.keyboard().type("待研判");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(address("/cases?view=UNSURE"));
        assertThat(page.locator(".case-row")).hasCount(1);
        page.keyboard().press("Control+k");
        page.keyboard().type("摊贩");
        page.keyboard().press("Enter");
        assertThat(page.locator(".case-row mark.hit").first()).hasText("摊贩");
    }
}
