package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One step with many cases: each by itself, by REST and in the list. */
class BatchesIT extends BrowsedHub {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();

    private UUID unsure(String title) {
        return samples.add(title, "东风路的路灯不亮。", "TRIAGE", "mayor-mailbox", "0207", Confidentiality.NORMAL);
    }

    private HttpResponse<String> call(String key, String path, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(URI.create(address("/api/v1/batches" + path)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private static Map<String, Object> wish(String kind, UUID... cases) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("kind", kind);
        wish.put(
                "cases",
                Arrays.stream(cases).map(id -> Map.of("id", id, "revision", 1)).toList());
        return wish;
    }

    /** What came of it, when it is through. */
    private JsonNode through(String key, Map<String, ?> wish) {
        var begun = call(key, "", wish);
        assertThat(begun.statusCode()).isEqualTo(202);
        var path = "/" + JSON.readTree(begun.body()).path("id").asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sheet(key, path).path("waiting").asInt() == 0);
        return sheet(key, path);
    }

    private JsonNode sheet(String key, String path) {
        return JSON.readTree(call(key, path, Map.of()).body());
    }

    private static List<String> reasons(JsonNode batch) {
        return batch.path("refusals").values().stream()
                .map(one -> one.path("reason").asString())
                .toList();
    }

    private String state(UUID id) {
        return jdbc.sql("select state from case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void aRefusalOfOneStopsNoOther() {
        var key = people.key(Role.OPERATOR);
        var free = unsure("一");
        var taken = unsure("二");
        var other = unsure("三");
        jdbc.sql("update case_file set assignee = 'dispatcher', taken_at = now() where id = ?")
                .param(taken)
                .update();

        var took = through(key, wish("TAKE", free, taken, other, free));
        assertThat(took.path("all").asInt()).isEqualTo(3);
        assertThat(took.path("done").asInt()).isEqualTo(2);
        assertThat(reasons(took)).containsExactly("SOMEBODY_HAS_IT");
        assertThat(took.path("refusals").get(0).path("caseId").asString()).isEqualTo(taken.toString());

        var back = through(key, wish("GIVE_BACK", free, taken));
        assertThat(back.path("done").asInt()).isEqualTo(1);
        assertThat(reasons(back)).containsExactly("NOT_YOURS");
    }

    @Test
    void aStaleCaseAndOneThatIsNotInTriageAreNotConfirmedAndTheRestIsTakenBack() {
        var key = people.key(Role.OPERATOR);
        var first = unsure("一");
        var stale = unsure("二");
        var gone = samples.add("三", "已派单");
        var blank = unsure("四");
        jdbc.sql("update case_file set revision = 2 where id = ?").param(stale).update();
        jdbc.sql("update case_file set category = null where id = ?")
                .param(blank)
                .update();

        var confirmed = through(key, wish("CONFIRM", first, stale, gone, blank));
        assertThat(confirmed.path("done").asInt()).isEqualTo(1);
        assertThat(reasons(confirmed)).containsExactly("STALE", "NOT_IN_TRIAGE", "NO_CATEGORY");
        assertThat(state(first)).isEqualTo("CLASSIFIED");

        var undone = JSON.readTree(call(key, "/" + confirmed.path("id").asString() + "/undo", Map.of("why", ""))
                .body());
        assertThat(undone.path("undone").asInt()).isEqualTo(1);
        assertThat(state(first)).isEqualTo("TRIAGE");
    }

    @Test
    void mattersAreNotAcceptedWithAGroundAndTheRightWay() {
        var key = people.key(Role.DISPATCHER);
        var first = unsure("一");
        var closed = samples.add("二", "已办结", "CLOSED", "mayor-mailbox", "0207", Confidentiality.NORMAL);
        var wish = wish("NOT_ACCEPT", first, closed);
        assertThat(call(key, "", wish).statusCode()).isEqualTo(400);
        wish.put("ground", "LITIGATION");
        wish.put("text", "请向受理法院提出。");
        var done = through(key, wish);
        assertThat(done.path("done").asInt()).isEqualTo(1);
        assertThat(reasons(done)).containsExactly("WRONG_STATE");
        assertThat(state(first)).isEqualTo("NOT_ACCEPTED");
    }

    @Test
    void aBatchIsOfTheDeskAndToldToItsMakerAlone() {
        var id = unsure("一");
        assertThat(call(people.key(Role.UNIT), "", wish("TAKE", id)).statusCode())
                .isEqualTo(403);
        var key = people.key(Role.OPERATOR);
        assertThat(call(key, "", wish("TAKE")).statusCode()).isEqualTo(400);
        assertThat(call(key, "", wish("TAKE", UUID.randomUUID())).statusCode()).isEqualTo(400);
        var path = "/" + through(key, wish("TAKE", id)).path("id").asString();
        assertThat(call(people.key(Role.OPERATOR), path, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void casesAreTickedWithTheMouseAndTheKeyboardAndConfirmedTogether() {
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                startAfresh();
                var titles = List.of("路灯不亮", "路灯闪烁", "路灯倾斜", "路灯杆漏电");
                titles.forEach(this::unsure);
                jdbc.sql("update case_file set category = null where title = '路灯倾斜'")
                        .update();
                var name = language + "-" + width;
                var page = browser.loggedIn(this, Role.OPERATOR, language, width);
                assertThat(page.locator("#bulk")).isHidden();
                page.locator(".pick").nth(0).click();
                page.locator(".pick")
                        .nth(2)
                        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
                assertThat(page.locator(".pick:checked")).hasCount(3);
                page.keyboard().press("Escape");
                assertThat(page.locator("#bulk")).isHidden();
                page.keyboard().press("j");
                page.keyboard().press("x");
                page.keyboard().press("j");
                page.keyboard().press("j");
                page.keyboard().press("Shift+X");
                assertThat(page.locator(".pick:checked")).hasCount(3);
                assertThat(page.locator("#bulk [data-count]")).hasText("3");
                Browser.picture(page, "bulk-" + name);
                page.click("#bulk [value=CONFIRM]");
                assertThat(page.locator("#batch .bg-green-lt")).containsText("2");
                assertThat(page.locator("#batch .refusals li")).hasCount(1);
                assertThat(page.locator(".pick:checked")).hasCount(0);
                Browser.picture(page, "batch-" + name);
                page.keyboard().press("u");
                assertThat(page.locator("#batch .bg-amber-lt")).containsText("2");
                assertThat(jdbc.sql("select count(*) from case_file where state = 'TRIAGE'")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(4);
                assertThat((Boolean) page.evaluate(
                                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .isTrue();
                page.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void withoutScriptsTheSameFormLeadsToAPageOfItsOwn() {
        unsure("路灯不亮");
        var page = browser.plainPage("zh-CN", 1280);
        page.navigate(address("/login"));
        Browser.logIn(page, KnownPeople.name(Role.OPERATOR), KnownPeople.PASSWORD);
        page.navigate(address("/cases"));
        page.locator(".pick").first().check();
        page.click("#bulk [value=TAKE]");
        assertThat(page.locator("h1")).hasText("批量办理");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            page.reload();
            assertThat(page.locator("#batch .state").textContent()).contains("1 / 1");
        });
    }
}
