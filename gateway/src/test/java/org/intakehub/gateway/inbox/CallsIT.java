package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** Calls from the switch's event to the case: over HTTP, and with the keyboard alone in a real browser. */
class CallsIT extends BrowsedHub {
    private static final Pattern NUMBER = Pattern.compile("340181-\\d{8}-\\d{6}");

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private void event(String call, String state, String phone, String more) {
        var body = "{\"callId\":\"" + call + "\",\"ani\":\"" + phone + "\",\"agent\":\"8001\",\"event\":\"" + state
                + "\",\"ts\":\"2026-11-23 10:00:00\"" + more + "}";
        var answer = send(
                HttpRequest.newBuilder(URI.create(address("/channels/phone/webhook?key=a%20key%20of%20the%20switch")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> api(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + people.key(Role.OPERATOR))
                .header("Content-Type", "application/json")
                .method(body.isEmpty() ? "GET" : "POST", BodyPublishers.ofString(body)));
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse("");
    }

    private void becomes(String sql, String expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(text(sql)).isEqualTo(expected));
    }

    @Test
    void aCallComesUpAndIsWrittenDownWithTheKeyboardAlone() {
        EmptyTables.of(jdbc, "phone_call");
        samples.add("路灯不亮已经一周", "东风路的路灯坏了", "DISPATCHED", "telephone", "0207", Confidentiality.NORMAL);
        samples.add("举报某单位", "请保密", "DISPATCHED", "telephone", "0702", Confidentiality.WHISTLEBLOWER);
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/calls/new"));
        page.fill("#agent", "8001");
        page.keyboard().press("Tab");
        event("call-1", "RING", "13900001234", "");
        assertThat(page)
                .hasURL(Pattern.compile(".*call=call-1"), new PageAssertions.HasURLOptions().setTimeout(20_000));
        assertThat(page.locator("#phone")).hasValue("13900001234");
        assertThat(page.locator("#name")).hasValue("周晓雨");
        assertThat(page.locator("#earlier")).containsText("路灯不亮已经一周");
        assertThat(page.locator("#earlier")).not().containsText("举报某单位");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().insertText("河边的垃圾堆了三天，请清理。");
        page.keyboard().press("Tab");
        page.keyboard().insertText("柘皋镇河滨路");
        page.keyboard().press("Tab");
        page.keyboard().insertText("0301 垃圾保洁");
        Browser.picture(page, "call-zh-CN-1440");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#saved")).hasText(NUMBER, within20Seconds());
        assertThat(page.locator("#phone")).isFocused();
        assertThat(text("select category || ' ' || signature from case_file c join message m on m.case_id = c.id"
                        + " join raw_message r using (receipt_id) where c.external_id = 'call-1'"))
                .isEqualTo("0301 ENTERED");
        event("call-1", "HANGUP", "13900001234", ",\"recordUrl\":\"http://127.0.0.1:9/r/1.wav\"");
        becomes(
                "select count(*)::text from attachment a join message m on m.id = a.message_id join case_file c on c.id = m.case_id"
                        + " where c.external_id = 'call-1'",
                "1");
        look(page);
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(Page page) {
        for (var language : new String[] {"zh-CN", "en-US"}) {
            var narrow = browser.loggedIn(this, Role.OPERATOR, language, 390);
            narrow.navigate(address("/calls/new?phone=13900001234"));
            picture(narrow, "call-" + language + "-390");
            narrow.context().close();
        }
        var wide = browser.loggedIn(this, Role.OPERATOR, "en-US", 1440);
        wide.navigate(address("/calls/new?source=phone&call=call-1"));
        picture(wide, "call-en-US-1440");
        page.navigate(address("/calls/new"));
        picture(page, "call-blank");
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, name);
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(overflow).as(name + " is wider than the window").isFalse();
    }

    private static LocatorAssertions.HasTextOptions within20Seconds() {
        return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
    }

    @Test
    void aMissedCallIsCalledBackByAPersonWithAName() {
        event("missed-1", "MISSED", "13900005678", "");
        becomes("select phone from call_back", "13900005678");
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 390);
        page.navigate(address("/call-backs"));
        assertThat(page.locator(".phone")).hasText("13900005678");
        picture(page, "call-backs-zh-CN-390");
        page.fill("input[name=note]", "没人接");
        page.click("button[value=NO_ANSWER]");
        assertThat(page.locator(".call-backs li")).hasCount(1);
        var id = text("select id::text from call_back");
        assertThat(api("/api/v1/call-backs/" + id + "/tries", "{\"revision\":1,\"result\":\"REACHED\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(api("/api/v1/call-backs", "").body()).contains("13900005678", "\"attempts\":1");
        assertThat(api("/api/v1/call-backs/" + id + "/tries", "{\"revision\":2,\"result\":\"REACHED\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api("/api/v1/call-backs", "").body()).doesNotContain("13900005678");
        assertThat(
                        text(
                                "select string_agg(detail ->> 'result', ' ' order by id) from history where kind = 'CALLED_BACK'"))
                .isEqualTo("NO_ANSWER REACHED");
        var wide = browser.loggedIn(this, Role.ADMIN, "en-US", 1440);
        wide.navigate(address("/call-backs?state=DONE"));
        picture(wide, "call-backs-en-US-1440");
    }

    @Test
    void aCallWithAWithheldNumberIsWrittenDownTooAndTwiceTheSameKeyIsOneCall() {
        var call = "{\"key\":\"" + "a".repeat(24) + "\",\"callId\":\"call-2\",\"text\":\"不愿意说名字的人反映井盖缺失\"}";
        assertThat(api("/api/v1/calls", call).statusCode()).isEqualTo(202);
        assertThat(api("/api/v1/calls", call).statusCode()).isEqualTo(202);
        becomes("select anonymous::text from case_file where external_id = 'call-2'", "true");
        assertThat(api("/api/v1/calls", "{\"text\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(api("/api/v1/calls", "{\"source\":\"mayor-form\",\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        becomes("select count(*)::text from case_file where external_id = 'call-2'", "1");
    }

    @Test
    void aSwitchCannotPassAnEventOffAsAnOperatorsForm() {
        event("call-3", "RING", "13900001234", ",\"key\":\"" + "b".repeat(24) + "\",\"text\":\"假冒\"");
        becomes("select state from raw_message where source = 'phone'", "PARKED");
        assertThat(text("select count(*)::text from case_file")).isEqualTo("0");
    }
}
