package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** One citizen on several channels: joined by what both channels vouch for, suggested else, parted again by a person. */
class IdentityIT extends BrowsedHub {
    private static final String PHONE = "13900001234";

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private HttpResponse<String> api(Role role, String method, UUID caseId, String what, String body) {
        return send(HttpRequest.newBuilder(URI.create(address("/api/v1/cases/" + caseId + "/identity" + what)))
                .header("Authorization", "Bearer " + people.key(role))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** A call that nobody took; the exchange tells the number. Gives the case once its contact is known. */
    private UUID missedCall(String call) {
        var body = "{\"callId\":\"" + call + "\",\"ani\":\"" + PHONE
                + "\",\"agent\":\"8001\",\"event\":\"MISSED\",\"ts\":\"2026-11-23 10:00:00\"}";
        var answer = send(
                HttpRequest.newBuilder(URI.create(address("/channels/phone/webhook?key=a%20key%20of%20the%20switch")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from case_file where external_id = '" + call + "'") == 1);
        return known(jdbc.sql("select id from case_file where external_id = ?")
                .param(call)
                .query(UUID.class)
                .single());
    }

    private UUID told(String title, String channel, Confidentiality confidentiality) {
        return known(samples.add(title, "东风路的路灯坏了", "DISPATCHED", channel, "0207", confidentiality));
    }

    private UUID known(UUID caseId) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from contact_waiting") == 0
                        && count("select count(*) from contact_case where case_id = '" + caseId + "'") == 1);
        return caseId;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private int citizens() {
        return count("select count(distinct citizen_id) from contact");
    }

    @Test
    void aNumberThatBothExchangesToldJoinsAndAPersonUndoesItForGood() {
        missedCall("same-1");
        var reported = told("路口有人打架", "police-110", Confidentiality.NORMAL);
        assertThat(citizens()).isOne();
        assertThat(api(Role.OPERATOR, "GET", reported, "", "").body())
                .contains("\"channel\":\"telephone\"", "\"joinedBy\":\"hub\"", "PHONE", "未接来电");
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases/" + reported));
        assertThat(page.locator("#identity")).containsText("同一电话");
        picture(page, "identity-joined-zh-CN-1440");
        page.click("#identity .orders form button");
        assertThat(page.locator("#identity .orders form")).hasCount(0);
        assertThat(citizens()).isEqualTo(2);
        assertThat(count("select count(*) from contact_join where undone_by is not null"))
                .isOne();
        assertThat(count("select count(*) from history where kind = 'CONTACT_PARTED'"))
                .isOne();

        jdbc.sql("delete from contact_mark where kind = 'PHONE' and contact_id = (select contact_id from contact_case"
                        + " where case_id = ?)")
                .param(reported)
                .update();
        told("又打起来了", "police-110", Confidentiality.NORMAL);
        assertThat(citizens()).isEqualTo(2);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aNumberThatWasTypedIsOnlySuggestedAndAPersonDecides() {
        missedCall("same-2");
        var typed = told("路灯不亮", "government-website", Confidentiality.NORMAL);
        assertThat(citizens()).isEqualTo(2);
        for (var language : new String[] {"zh-CN", "en-US"}) {
            var narrow = browser.loggedIn(this, Role.DISPATCHER, language, 390);
            narrow.navigate(address("/cases/" + typed));
            assertThat(narrow.locator("#identity .alike")).hasCount(1);
            picture(narrow, "identity-suggested-" + language + "-390");
            narrow.context().close();
        }
        var page = browser.loggedIn(this, Role.DISPATCHER, "en-US", 1440);
        page.navigate(address("/cases/" + typed));
        page.click("#identity .btn-primary");
        assertThat(page.locator("#identity .orders form")).hasCount(1);
        picture(page, "identity-joined-en-US-1440");
        assertThat(citizens()).isOne();
        var other = jdbc.sql("select id from contact where channel = 'telephone'")
                .query(UUID.class)
                .single();
        var named = "{\"contact\":\"" + other + "\"}";
        assertThat(api(Role.OPERATOR, "POST", typed, "/join", named).statusCode())
                .isEqualTo(409);
        assertThat(api(Role.OPERATOR, "POST", typed, "/part", named).statusCode())
                .isEqualTo(204);
        assertThat(citizens()).isEqualTo(2);
        assertThat(api(Role.OPERATOR, "GET", typed, "", "").body()).contains("\"suggestions\":[]");
    }

    @Test
    void whatAPersonRefusedIsNotSuggestedAgain() {
        var called = missedCall("same-3");
        var typed = told("路灯不亮", "government-website", Confidentiality.NORMAL);
        var other = jdbc.sql("select contact_id from contact_case where case_id = ?")
                .param(called)
                .query(UUID.class)
                .single();
        assertThat(api(Role.OPERATOR, "POST", typed, "/refuse", "{\"contact\":\"" + other + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api(Role.OPERATOR, "GET", typed, "", "").body()).contains("\"suggestions\":[]");
        assertThat(api(Role.OPERATOR, "POST", typed, "/join", "{\"contact\":\"" + other + "\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoTelephonesAsAWhistleBlowerIsNoContactForOperators() {
        var secret = told("举报夜间偷排", "superior-hotline", Confidentiality.WHISTLEBLOWER);
        var open = told("路灯不亮", "police-110", Confidentiality.NORMAL);
        assertThat(citizens()).isOne();
        assertThat(api(Role.OPERATOR, "GET", secret, "", "").statusCode()).isEqualTo(404);
        assertThat(api(Role.OPERATOR, "GET", open, "", "").body()).doesNotContain("superior-hotline", "举报");
        assertThat(api(Role.DISPATCHER, "GET", open, "", "").body()).contains("superior-hotline", "举报");
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is wider than the window")
                .isFalse();
    }
}
