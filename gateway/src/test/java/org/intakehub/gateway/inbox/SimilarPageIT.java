package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases of one matter on the page of a case. */
class SimilarPageIT extends BrowsedHub {
    private static final String TEXT = "柳岸晴川小区8栋楼下的路灯坏了两个星期，晚上一片漆黑，希望尽快维修。";

    @Autowired
    SimilarSheets sheets;

    @Test
    void aPersonComparesMergesAndPartsTwoCases() {
        var first = samples.add("柳岸晴川小区路灯不亮", TEXT);
        var second = samples.add("柳岸晴川小区路灯坏了", TEXT + "老人出门不安全。");
        suggest(second, first);
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.loggedIn(this, Role.DISPATCHER, language, width);
                page.navigate(address("/cases/" + second));
                assertThat(page.locator("#similar .alike")).hasCount(1);
                page.click("#similar .alike details summary");
                Browser.picture(page, "similar-" + language + "-" + width);
                assertThat((Boolean) page.evaluate(
                                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .isFalse();
                page.context().close();
            }
        }
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.navigate(address("/cases/" + second));
        page.click("#similar .choices .btn-primary");
        assertThat(page.locator("#similar .alert-success")).isVisible();
        assertThat(jdbc.sql("select merged_into from case_file where id = ?")
                        .param(second)
                        .query(UUID.class)
                        .single())
                .isEqualTo(first);
        page.navigate(address("/cases/" + first));
        page.click("#similar .orders form button");
        assertThat(page.locator("#similar .alert-success")).isVisible();
        assertThat(jdbc.sql("select state from case_file where id = ?")
                        .param(second)
                        .query(String.class)
                        .single())
                .isEqualTo("DISPATCHED");
    }

    @Test
    void aWhistleBlowersCaseDoesNotShowItselfToWhoMayNotSeeWhoWroteIt() {
        var open = samples.add("夜间偷排", TEXT);
        var secret =
                samples.add("举报夜间偷排", TEXT, "DISPATCHED", "standard-webhook", "0702", Confidentiality.WHISTLEBLOWER);
        samples.workOrder(open, "chengguan", "LEAD");
        samples.workOrder(secret, "chengguan", "LEAD");
        suggest(secret, open);
        assertThat(suggested(Role.DISPATCHER, open)).containsExactly(secret);
        assertThat(suggested(Role.OPERATOR, open)).isEmpty();
        assertThat(suggested(Role.UNIT, open)).isEmpty();
        assertThat(sheets.find(access(Role.OPERATOR), secret)).isEmpty();
        assertThat(sheets.find(access(Role.DISPATCHER), secret)).isPresent();
    }

    private List<UUID> suggested(Role role, UUID id) {
        return sheets.find(access(role), id).orElseThrow().suggestions().stream()
                .map(suggestion -> suggestion.other().id())
                .toList();
    }

    private static CaseAccess access(Role role) {
        return CaseAccess.of(new Account("somebody", "Somebody", role, role == Role.UNIT ? "chengguan" : null));
    }

    private void suggest(UUID newer, UUID older) {
        jdbc.sql("""
                        insert into similar_case (case_id, other_id, score, reasons, automatic, found_at)
                        values (?, ?, 0.87, '[{"kind":"SAME_NAME","word":"柳岸晴川小区"},{"kind":"NEAR_TIME","word":""}]', false, now())
                        """).params(newer, older).update();
    }
}
