package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** What a unit does with its work orders by page and by REST, and the centre on the case's page. */
class PortalIT extends BrowsedHub {
    private final HttpClient client = HttpClient.newHttpClient();

    private UUID ordered() {
        var id = samples.add("路灯不亮已经一周", "东风路 12 号门口的路灯已经一周不亮，晚上老人出行不安全。");
        samples.workOrder(id, KnownPeople.UNIT, "LEAD");
        // Over the holidays of autumn 2026, with its day of work in place of another.
        jdbc.sql(
                        "insert into clock (case_id, kind, started_at, due_at, term, policy, stops) values (?, 'CLOSE',"
                                + " '2026-09-24T07:30:00Z', '2026-10-15T16:00:00Z', '10wd', '2018-07-25 clocks.csv:20', 'RESULT')")
                .param(id)
                .update();
        return id;
    }

    private HttpResponse<String> post(UUID order, String step, String body) {
        return call("/api/v1/work-orders/" + order + "/" + step, Role.UNIT, body);
    }

    private HttpResponse<String> call(String path, Role role, String body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address(path)))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + people.key(role))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private UUID order(UUID caseId) {
        return jdbc.sql("select id from work_order where case_id = ?")
                .param(caseId)
                .query(UUID.class)
                .single();
    }

    @Test
    void aUnitWorksItsOrderOffOnThePhone() {
        var id = ordered();
        for (var language : new String[] {"zh-CN", "en-US"}) {
            var look = browser.loggedIn(this, Role.UNIT, language, language.startsWith("zh") ? 390 : 1440);
            look.navigate(address("/portal/" + order(id)));
            look.click(".clocks .late summary");
            assertThat(look.locator(".clocks .late .days li")).not().hasCount(0);
            Browser.picture(look, "order-" + language);
            look.context().close();
        }
        var page = browser.loggedIn(this, Role.UNIT, "zh-CN", 390);
        assertThat(page.locator(".portal-rows li")).hasCount(1);
        Browser.picture(page, "portal-zh-CN-390");
        page.click(".portal-rows a");
        page.click("button:has-text('签收')");
        assertThat(page.locator(".marks .bg-blue-lt")).hasText("已签收");
        page.click(".todo summary:has-text('首次联系')");
        page.fill("form[action$='/contact'] textarea", "已与诉求人通话");
        page.click("form[action$='/contact'] button");
        assertThat(page.locator(".marks .bg-blue-lt")).hasText("已联系");
        Browser.picture(page, "order-contacted-zh-CN-390");
        assertThat(fits(page)).isTrue();
        page.click(".todo summary:has-text('申请退回')");
        page.fill("form[action$='/return'] textarea", "不属于本单位职责");
        page.click("form[action$='/return'] button");
        assertThat(page.locator(".asked .badge").first()).hasText("待裁定");

        var centre = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        centre.navigate(address("/cases/" + id));
        Browser.picture(centre, "case-steps-zh-CN-1440");
        assertThat(fits(centre)).isTrue();
        lookOnThePhone(id);
        centre.fill(".asked textarea", "属于你单位职责");
        centre.click(".asked button[value=false]");
        assertThat(centre.locator(".asked .badge").first()).hasText("不同意");

        page.reload();
        page.click(".todo summary:has-text('提交办理结果')");
        page.fill("textarea[name=facts]", "已更换灯泡");
        page.fill("textarea[name=answer]", "路灯已修复");
        page.click("form[action$='/result'] button");
        assertThat(page.locator(".marks .bg-blue-lt")).hasText("已提交结果");
        assertThat(jdbc.sql("select state from case_file where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("FOLLOW_UP");
        assertThat(browser.complaints()).isEmpty();
    }

    private void lookOnThePhone(UUID id) {
        var phone = browser.loggedIn(this, Role.DISPATCHER, "en-US", 390);
        phone.navigate(address("/cases/" + id));
        Browser.picture(phone, "case-steps-en-US-390");
        assertThat(fits(phone)).isTrue();
        phone.context().close();
    }

    @Test
    void r19AStaleStepIsAConflictThatSaysWhy() {
        var id = ordered();
        var order = order(id);
        assertThat(post(order, "sign", "{\"revision\":1,\"person\":\"周晓雨\"}").statusCode())
                .isEqualTo(200);

        var stale = post(order, "first-contact", "{\"revision\":1,\"person\":\"周晓雨\",\"reason\":\"已联系\"}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(stale.body()).contains("\"obstacle\":\"STALE\"");
    }

    @Test
    void r9AStepWithoutANameIsRefused() {
        var id = ordered();

        assertThat(post(order(id), "sign", "{\"revision\":1,\"person\":\" \"}").body())
                .contains("\"obstacle\":\"INCOMPLETE\"");
    }

    @Test
    void aUnitDoesNotTouchAnotherUnitsOrder() {
        var id = samples.add("路灯不亮已经一周", "东风路");
        samples.workOrder(id, "gongan", "LEAD");

        assertThat(post(order(id), "sign", "{\"revision\":1,\"person\":\"周晓雨\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call(
                                "/api/v1/cases/" + id + "/close",
                                Role.UNIT,
                                "{\"revision\":1,\"person\":\"周晓雨\",\"text\":\"办结\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private static boolean fits(Page page) {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }
}
