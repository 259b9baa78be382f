package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.intakehub.gateway.account.Role;
import org.intakehub.simulators.PartnerPlatform;
import org.intakehub.simulators.Push;
import org.junit.jupiter.api.Test;

/** Outages over the whole road (R21): linked, answered once, called back, alarmed, and corrected by people. */
class OutagesIT extends BrowsedHub {
    private static final String OUTAGES = "/api/v1/outages";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration LONG = Duration.ofSeconds(40);

    private void push(String id, String title, String text, String name, String phone) {
        var body = "{\"title\":\"" + title + "\",\"description\":\"" + text + "\",\"citizen\":{\"name\":\"" + name
                + "\",\"phones\":[\"" + phone + "\"]}}";
        var partner = new PartnerPlatform(
                URI.create(address("/channels/partner/webhook")), new Secret(SECRET), Clock.systemUTC());
        try {
            var answer =
                    partner.push(new Push(id, Map.of("Content-Type", "application/json"), Payload.of(body, UTF_8)));
            assertThat(answer.isAccepted()).isTrue();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private HttpResponse<String> api(Role role, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + people.key(role))
                .header("Content-Type", "application/json")
                .method(body.isEmpty() ? "GET" : "POST", BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private String register(String places, Duration begun, Duration left) {
        var now = Instant.now();
        var answer = api(
                Role.OPERATOR,
                OUTAGES,
                "{\"kind\":\"WATER\",\"planned\":false,\"cause\":\"巢湖北路主管道爆管抢修\",\"unit\":\"gongshui\",\"divisions\":"
                        + "[\"340181004\"],\"places\":[" + places + "],\"startsAt\":\"" + now.minus(begun)
                        + "\",\"endsAt\":\"" + now.plus(left) + "\",\"person\":\"林安\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return text("select id::text from outage order by seq desc limit 1");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse("");
    }

    private void becomes(String sql, String expected) {
        await().atMost(LONG).untilAsserted(() -> assertThat(text(sql)).isEqualTo(expected));
    }

    private List<String> answers(String title) {
        return jdbc.sql("select r.text from reply r join case_file c on c.id = r.case_id where c.title = ?"
                        + " and r.kind = 'ANSWER' order by r.created_at")
                .param(title)
                .query(String.class)
                .list();
    }

    private static String told(String title) {
        return "select concat_ws(' ', l.state, l.told, l.told_after) from outage_case l join case_file c on c.id = l.case_id"
                + " where c.title = '" + title + "'";
    }

    private void end(String id) {
        assertThat(api(Role.DISPATCHER, OUTAGES + "/" + id + "/ended", "{\"revision\":1,\"person\":\"林安\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void r21APushedCaseIsAnsweredWithTheCauseAndAgainWhenTheOutageIsOver() {
        var id = register("", Duration.ofMinutes(5), Duration.ofHours(3));
        push("o-1", "家里停水", "凤凰山街道整栋楼停水，没水用，自来水公司电话打不通。", "周晓雨", "13900001234");
        becomes(told("家里停水"), "LINKED ANSWERED");
        assertThat(answers("家里停水")).hasSize(1);
        assertThat(answers("家里停水").get(0)).contains("巢湖北路主管道爆管抢修", "凤凰山街道", "停水", "预计");
        becomes("select paused_at is not null from clock where kind = 'CLOSE'", "t");
        assertThat(api(Role.OPERATOR, OUTAGES + "/" + id, "").body())
                .contains("\"what\":\"WORDS\",\"value\":\"停水\"", "\"what\":\"DIVISION\",\"value\":\"340181004\"");

        push("o-2", "还是没有水", "凤凰山街道自来水还没有来，家里停水。", "周晓雨", "13900001234");
        becomes(told("还是没有水"), "LINKED BEFORE");
        assertThat(answers("还是没有水")).isEmpty();

        end(id);
        becomes("select string_agg(told_after, ' ' order by told_after) from outage_case", "ANSWERED BEFORE");
        assertThat(jdbc.sql("select text from reply where kind = 'ANSWER' order by created_at")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .last()
                .asString()
                .contains("已结束", "恢复正常");
        assertThat(text("select count(*)::text from clock where kind = 'CLOSE' and paused_at is not null"))
                .isEqualTo("0");
        assertThat(text("select string_agg(distinct kind, ' ' order by kind) from history where kind like 'OUTAGE%'"))
                .isEqualTo("OUTAGE_LINKED OUTAGE_OVER");
        assertThat(api(Role.DISPATCHER, OUTAGES + "/" + id + "/ended", "{\"revision\":1,\"person\":\"林安\"}")
                        .statusCode())
                .as("told twice")
                .isEqualTo(409);
    }

    @Test
    void r21WhoTelephonedIsCalledBackAndOfWhoAskedForSecrecyNoMachineSpeaks() {
        var id = register("", Duration.ofMinutes(5), Duration.ofHours(3));
        assertThat(api(
                                Role.OPERATOR,
                                "/api/v1/calls",
                                "{\"callId\":\"water\",\"phone\":\"13900007777\",\"title\":\"来电反映停水\",\"text\":\"凤凰山街道停水了，何时来水\"}")
                        .statusCode())
                .isEqualTo(202);
        push("o-3", "请保密停水", "凤凰山街道停水，请为我保密，不要透露。", "吴长河", "13900008888");
        push("o-4", "水费太高", "凤凰山街道的水费太高，怎么算的？", "陈一帆", "13900009999");
        becomes("select count(*)::text from case_file where category is not null", "3");
        becomes(
                "select (select history_id from outage_mark) >= max(id) from history where kind in ('CLASSIFIED', 'SENT_TO_TRIAGE')",
                "t");
        assertThat(
                        text(
                                "select string_agg(c.channel || ' ' || l.told, ', ') from outage_case l join case_file c on c.id = l.case_id"))
                .isEqualTo("telephone BY_OPERATOR");

        end(id);
        becomes("select phone || ' ' || why from call_back", "13900007777 RESTORED");
        assertThat(text("select count(*)::text from reply where kind = 'ANSWER'"))
                .isEqualTo("0");
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 390);
        page.navigate(address("/call-backs"));
        assertThat(page.locator(".call-backs li")).containsText("告知停供已恢复");
        Browser.picture(page, "call-backs-outage-zh-CN-390");
    }

    @Test
    void r21AnOutageThatLastsLongerThanExpectedAlarmsUntilSomebodySaysUntilWhen() {
        var id = register("", Duration.ofHours(3), Duration.ofHours(-1));
        becomes("select kind from outage_event where kind = 'OVERRUN'", "OVERRUN");
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        assertThat(page.locator("#outage-alarm")).containsText("超时未恢复");
        var later = Instant.now().plus(Duration.ofHours(2));
        var wish = "{\"revision\":%d,\"endsAt\":\"" + later + "\",\"reason\":\"管道需更换\",\"person\":\"林安\"}";
        assertThat(api(Role.OPERATOR, OUTAGES + "/" + id + "/postponed", wish.formatted(7))
                        .body())
                .contains("STALE");
        assertThat(api(Role.OPERATOR, OUTAGES + "/" + id + "/postponed", wish.formatted(1))
                        .statusCode())
                .isEqualTo(200);
        page.reload();
        assertThat(page.locator("#outage-alarm .alert")).hasCount(0);
        assertThat(
                        text(
                                "select string_agg(unit, ' ' order by seq) from webhook_delivery where type = 'org.intakehub.outage'"))
                .as("the water company learns of registration, overrun and the new end")
                .isEqualTo("gongshui gongshui gongshui");
    }

    @Test
    void casesThatCameBeforeTheRegistrationAreFoundAndPeopleCorrectTheHub() {
        push("o-5", "小区没水", "凤凰山街道柳岸晴川小区没水用。", "周晓雨", "13900001234");
        push("o-6", "家中没水", "凤凰山街道家中没水用。", "陈一帆", "13900005678");
        becomes("select count(*)::text from case_file where category is not null", "2");
        var id = register("\"柳岸晴川小区\"", Duration.ofMinutes(5), Duration.ofHours(3));
        becomes(told("小区没水"), "LINKED ANSWERED");
        becomes(told("家中没水"), "POSSIBLE");

        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/outages/" + id));
        assertThat(page.locator(".linked li")).hasCount(2);
        assertThat(page.locator(".link-POSSIBLE")).containsText("未提到其中的小区或道路");
        page.click(".link-POSSIBLE button:not([formaction])");
        assertThat(page.locator(".link-LINKED")).hasCount(2);
        assertThat(answers("家中没水")).hasSize(1);
        page.click(".link-LINKED:has-text('家中没水') button[formaction]");
        assertThat(page.locator(".link-UNLINKED")).containsText("人工判断");
        assertThat(text("select string_agg(kind, ' ' order by id) from outage_event"))
                .isEqualTo("REGISTERED CASE_LINKED CASE_UNLINKED");
        page.click("#restore");
        becomes(told("小区没水"), "LINKED ANSWERED ANSWERED");
        assertThat(text(told("家中没水"))).as("parted").isEqualTo("UNLINKED ANSWERED");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void peopleRegisterAnOutageAndSeeItsCasesInBothLanguagesAtBothWidths() {
        var operator = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        operator.navigate(address("/outages"));
        operator.click(".register > summary");
        operator.selectOption("[name=kind]", "WATER");
        operator.selectOption("[name=planned]", "true");
        operator.selectOption("[name=unit]", "gongshui");
        operator.fill("[name=endsAt]", "2020-01-01T08:00");
        operator.fill("[name=cause]", "计划检修");
        operator.check("[value='340181004']");
        Browser.picture(operator, "outage-form-zh-CN-1440");
        operator.click(".register button");
        assertThat(operator.locator(".alert-warning")).containsText("预计恢复时间");
        assertThat(operator.locator("[name=cause]")).hasValue("计划检修");
        operator.fill("[name=endsAt]", "2099-01-01T08:00");
        operator.fill("[name=places]", "柳岸晴川小区、东风路");
        operator.click(".register button");
        assertThat(operator.locator("h1")).containsText("柳岸晴川小区、东风路");

        push("o-7", "东风路停水", "凤凰山街道东风路停水。", "周晓雨", "13900001234");
        becomes(told("东风路停水"), "LINKED ANSWERED");
        var id = text("select id::text from outage");
        var caseId = text("select case_id::text from outage_case");
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.loggedIn(this, Role.DISPATCHER, language, width);
                look(page, "/outages", "outages-" + language + "-" + width);
                look(page, "/outages/" + id, "outage-" + language + "-" + width);
                page.navigate(address("/cases/" + caseId));
                assertThat(page.locator("#outages .sign").first()).isVisible();
                Browser.picture(page, "case-of-outage-" + language + "-" + width);
                page.context().close();
            }
        }
        look(operator, "/calls/new", "call-with-outage-zh-CN-1440");
        assertThat(operator.locator("#outages-now")).containsText("计划检修");
        assertThat(browser.complaints()).isEmpty();
    }

    private void look(Page page, String path, String name) {
        page.navigate(address(path));
        Browser.picture(page, name);
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(overflow).as(name + " is wider than the window").isFalse();
    }
}
