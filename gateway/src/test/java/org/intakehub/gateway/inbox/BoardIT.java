package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.history.History;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dispatcher's board, the city's map and the audit, in a real browser. */
class BoardIT extends BrowsedHub {
    private static final CaseAccess DISPATCHER = CaseAccess.of(new Account("dispatcher", "D", Role.DISPATCHER, null));

    @Autowired
    Board board;

    @Autowired
    AuditTrail audit;

    @Autowired
    DrawnMap map;

    @Test
    void whatWaitsStandsInItsColumn() {
        var unsure = add("路口积水", "TRIAGE");
        var next = add("路灯不亮", "CLASSIFIED");
        var asked = add("占道经营", "DISPATCHED");
        ask(asked, "EXTENSION");
        var disputed = add("围墙归属", "DISPATCHED");
        ask(disputed, "RETURN");
        jdbc.sql("update order_request set state = 'REFUSED', ruled_at = now()").update();
        ask(disputed, "RETURN");
        ask(asked, "SUSPENSION");

        var columns = board.of(DISPATCHER);
        assertThat(columns.unsure()).extracting(Board.Card::id).containsExactly(unsure);
        assertThat(columns.next()).extracting(Board.Card::id).containsExactly(next);
        assertThat(columns.asked()).extracting(Board.Card::id).containsExactly(asked);
        assertThat(columns.disputed()).extracting(Board.Card::id).containsExactly(disputed);
    }

    @Test
    void theBoardDrawsItselfAnewAndLeadsToTheCase() {
        var unsure = add("路口积水", "TRIAGE");
        for (var language : List.of("zh-CN", "en-US")) {
            var phone = browser.loggedIn(this, Role.DISPATCHER, language, 390);
            phone.navigate(address("/board"));
            assertThat(phone.locator(".lane")).hasCount(4);
            Browser.picture(phone, "board-" + language + "-390");
            assertThat(isWiderThanItsWindow(phone)).isFalse();
        }
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.click("nav >> text=调度台");
        assertThat(page.locator(".lane-unsure .card")).hasCount(1);
        add("井盖松动", "TRIAGE");
        assertThat(page.locator(".lane-unsure .card")).hasCount(2);
        Browser.picture(page, "board-zh-CN-1440");
        page.click("text=路口积水");
        assertThat(page).hasURL(address("/cases/" + unsure));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theMapShowsWhereACaseLies() {
        var id = add("路灯不亮", "DISPATCHED");
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.navigate(address("/cases/" + id));
        page.click("details.city > summary");
        assertThat(page.locator(".city .heat-5")).hasText("凤凰山街道");
        assertThat(page.locator(".city .water")).hasText("巢湖");
        Browser.picture(page, "case-map-zh-CN-1440");
        page.navigate(address("/screen"));
        assertThat(page.locator(".screen .tiles.placed li")).hasCount(19);
        assertThat(page.locator(".screen .heat-5")).containsText("凤凰山街道");
        Browser.picture(page, "screen-map-zh-CN-1440");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMapIsNoDarkerThanItsMost() {
        assertThat(map.at(null)).allSatisfy(tile -> assertThat(tile.shade()).isZero());
        assertThat(map.at("340181102"))
                .filteredOn(tile -> tile.shade() > 0)
                .singleElement()
                .satisfies(tile -> assertThat(tile.name()).isEqualTo("柘皋镇"));
    }

    @Test
    void theAuditTellsWhoDidWhatAndNothingOfTheHub() {
        var id = add("路灯不亮", "DISPATCHED");
        samples.history(id, "operator", "CORRECTED", "{}");
        samples.history(id, "dispatcher", "RULED", "{}");
        samples.history(id, History.HUB, "CLOSED", "{}");

        assertThat(audit.list("", "", Optional.empty(), 10).rows())
                .extracting(AuditTrail.Deed::kind)
                .startsWith("RULED", "CORRECTED")
                .doesNotContain("CLOSED");
        assertThat(audit.list("operator", "", Optional.empty(), 10).rows())
                .extracting(AuditTrail.Deed::kind)
                .containsExactly("CORRECTED");
        var first = audit.list("", "", Optional.empty(), 1);
        assertThat(audit.list("", "", first.next().map(Long::valueOf), 1).rows())
                .extracting(AuditTrail.Deed::kind)
                .containsExactly("CORRECTED");

        var page = browser.loggedIn(this, Role.ADMIN, "zh-CN", 1440);
        page.navigate(address("/audit?kind=RULED"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        Browser.picture(page, "audit-zh-CN-1440");
        var phone = browser.loggedIn(this, Role.ADMIN, "en-US", 390);
        phone.navigate(address("/audit"));
        Browser.picture(phone, "audit-en-US-390");
        assertThat(isWiderThanItsWindow(phone)).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    private UUID add(String title, String state) {
        return samples.add(title, "内容", state, "mayor-mailbox", "0302", Confidentiality.NORMAL);
    }

    private void ask(UUID caseId, String kind) {
        samples.workOrder(caseId, "unit-" + UUID.randomUUID(), "LEAD");
        jdbc.sql(
                        "insert into order_request (id, order_id, case_id, unit, kind, reason, asked_by, asked_person, asked_at)"
                                + " select gen_random_uuid(), id, case_id, unit, ?, '理由', 'unit', '单位', now() from work_order"
                                + " where case_id = ? order by seq desc limit 1")
                .params(kind, caseId)
                .update();
    }

    private static boolean isWiderThanItsWindow(Page page) {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
    }
}
