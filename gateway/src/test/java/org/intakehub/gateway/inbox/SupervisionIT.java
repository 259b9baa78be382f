package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The supervision board, urging and leaders' instructions: counted, told to the unit, kept by name (R9, R12). */
class SupervisionIT extends BrowsedHub {
    private static final String BOARD = "/api/v1/supervision";

    private UUID order(String title, String unit, String clock) {
        var id = samples.add(title, "内容");
        samples.workOrder(id, unit, "LEAD");
        if (!clock.isEmpty()) {
            jdbc.sql("insert into clock (case_id, kind, started_at, due_at, percent, breached_at) values (?, 'CLOSE',"
                            + " now() - interval '40 hours', now() + interval '8 hours', " + clock + ")")
                    .param(id)
                    .update();
        }
        return jdbc.sql("select id from work_order where case_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private void ask(UUID order) {
        jdbc.sql(
                        "insert into order_request (id, order_id, case_id, unit, kind, reason, asked_by, asked_person, asked_at)"
                                + " select gen_random_uuid(), id, case_id, unit, 'RETURN', '不属本单位职责', 'unit', '周明', now()"
                                + " from work_order where id = ?")
                .param(order)
                .update();
    }

    private void disputed(String unit) {
        var round = samples.followUp("DISPUTED");
        jdbc.sql(
                        "insert into work_order (id, case_id, unit, role, reason, dispatched_at, state)"
                                + " select gen_random_uuid(), case_id, ?, 'LEAD', '规则', now(), 'SUBMITTED' from follow_up where id = ?")
                .params(unit, round)
                .update();
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

    private JsonNode read(String path) {
        return JsonMapper.shared().readTree(api(Role.OPERATOR, path, "").body());
    }

    private int urge(UUID order, String body) {
        return api(Role.OPERATOR, "/api/v1/work-orders/" + order + "/urgings", body)
                .statusCode();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse("");
    }

    private void everyMark() {
        order("垃圾堆了三天", "chengguan", "100, now()");
        order("占道经营无人管", "chengguan", "75, null");
        order("楼道堆物", "chengguan", "50, null");
        order("井盖缺失", "gongshui", "");
        ask(order("不属本单位的事", "chengguan", ""));
        disputed("gongshui");
    }

    @Test
    void r12TheBoardTellsByUnitWhatIsLateAndWhatIsAboutToBe() {
        everyMark();
        var lines = read(BOARD);
        assertThat(lines.size()).isEqualTo(2);
        var first = lines.get(0);
        assertThat(first.path("unit").asString("")).isEqualTo("chengguan");
        assertThat(first.path("open").asInt(0)).isEqualTo(4);
        assertThat(first.path("overdue").asInt(0)).isEqualTo(1);
        assertThat(first.path("soon").asInt(0)).isEqualTo(1);
        assertThat(first.path("half").asInt(0)).isEqualTo(1);
        assertThat(first.path("asked").asInt(0)).isEqualTo(1);
        assertThat(lines.get(1).path("disputed").asInt(0)).isEqualTo(1);
        var overdue = read(BOARD + "/work-orders?mark=OVERDUE&unit=chengguan").path("items");
        assertThat(overdue.size()).isEqualTo(1);
        assertThat(overdue.get(0).path("title").asString("")).isEqualTo("垃圾堆了三天");
        assertThat(overdue.get(0).path("clock").asString("")).isEqualTo("CLOSE");
        assertThat(read(BOARD + "/work-orders?mark=DISPUTED").path("items").size())
                .isEqualTo(1);
        var next = read(BOARD + "/work-orders?mark=ASKED&size=1");
        assertThat(next.has("next") && !next.path("next").isNull()).isFalse();
    }

    @Test
    void anUrgingIsCountedAndReachesTheUnitOnce() {
        var order = order("自来水发黄", "gongshui", "100, now()");
        var body = "{\"id\":\"" + UUID.randomUUID() + "\",\"reason\":\"居民多次来电，请今日到场\",\"person\":\"林安\"}";
        assertThat(urge(order, body)).isEqualTo(204);
        assertThat(urge(order, body)).isEqualTo(204);
        assertThat(text("select string_agg(type, ' ') from webhook_delivery where"
                        + " convert_from(body, 'UTF8') like '%请今日到场%'"))
                .isEqualTo("org.intakehub.workorder.urged");
        assertThat(text("select detail ->> 'person' from history where kind = 'URGED'"))
                .isEqualTo("林安");
        assertThat(urge(order, "{\"reason\":\" \",\"person\":\"林安\"}")).isEqualTo(400);
        assertThat(urge(order, "{\"reason\":\"请办理\"}"))
                .as("nobody by name (R9)")
                .isEqualTo(400);
        assertThat(urge(order, "{\"reason\":\"请办理\",\"person\":\"林安\"}")).isEqualTo(204);
        assertThat(read(BOARD + "/work-orders?mark=URGED")
                        .path("items")
                        .get(0)
                        .path("urgings")
                        .asInt(0))
                .isEqualTo(2);
        jdbc.sql("update work_order set state = 'SUBMITTED'").update();
        assertThat(urge(order, "{\"reason\":\"请办理\",\"person\":\"林安\"}")).isEqualTo(409);
        assertThat(api(Role.UNIT, "/api/v1/work-orders/" + order + "/urgings", body)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLeadersInstructionReachesTheUnitsAtWorkAndOnlyDispatchersEnterOne() {
        var order = order("河道排污", "gongshui", "");
        var caseId = text("select case_id::text from work_order where id = '" + order + "'");
        var body = "{\"leader\":\"王局\",\"text\":\"请三日内查清并反馈\",\"person\":\"林安\"}";
        var path = "/api/v1/cases/" + caseId + "/instructions";
        assertThat(api(Role.OPERATOR, path, body).statusCode()).isEqualTo(403);
        assertThat(api(Role.DISPATCHER, path, body).statusCode()).isEqualTo(204);
        assertThat(text("select type from webhook_delivery where convert_from(body, 'UTF8') like '%三日内查清%'"))
                .isEqualTo("org.intakehub.workorder.instructed");
        assertThat(api(Role.OPERATOR, "/api/v1/cases/" + caseId + "/supervision", "")
                        .body())
                .contains("王局", "请三日内查清并反馈");
    }

    @Test
    void titlesOfWhistleBlowersAreCovered() {
        var id = samples.add("举报李某偷排", "内容", "DISPATCHED", "mayor-mailbox", "0702", Confidentiality.WHISTLEBLOWER);
        samples.workOrder(id, "gongshui", "LEAD");
        jdbc.sql("update clock set breached_at = now(), percent = 100").update();
        assertThat(read(BOARD + "/work-orders").toString()).contains("gongshui").doesNotContain("李某");
    }

    @Test
    void theUnitIsUrgedFromTheBoardAndSeesItOnItsPortal() {
        everyMark();
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.navigate(address("/supervision"));
        assertThat(page.locator(".task")).hasCount(1);
        page.click(".task summary");
        page.fill(".task textarea", "凤凰山街道群众多次反映，请今晚前清理完毕。");
        page.click(".task button");
        assertThat(page.locator(".alert-success")).hasCount(1);
        assertThat(page.locator(".task")).containsText("催办 1 次");
        page.click(".task .from a");
        page.click("#supervision summary:has-text('批示')");
        page.fill("#supervision [name=leader]", "王局");
        page.fill("#supervision [name=text]", "请现场督办。");
        page.click("#supervision form[action$=instructed] button");
        assertThat(page.locator("#supervision .asked")).hasCount(2);
        Browser.picture(page, "case-supervised-zh-CN-1440");

        var unit = browser.loggedIn(this, Role.UNIT, "zh-CN", 390);
        unit.navigate(address("/portal"));
        assertThat(unit.locator(".portal-rows .bg-red-lt")).hasText("催办 1 次");
        unit.click(".portal-rows a:has(.bg-red-lt)");
        assertThat(unit.locator(".asked").first()).containsText("王局批示");
        assertThat(unit.locator(".asked").last()).containsText("请今晚前清理完毕");
        Browser.picture(unit, "order-urged-zh-CN-390");
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var narrow = browser.loggedIn(this, Role.OPERATOR, language, width);
                narrow.navigate(address("/supervision?mark=URGED"));
                Browser.picture(narrow, "supervision-" + language + "-" + width);
                assertThat((Boolean) narrow.evaluate(
                                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .isFalse();
                narrow.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
