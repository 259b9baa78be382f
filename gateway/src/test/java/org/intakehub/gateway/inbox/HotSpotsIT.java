package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hot spots: found beside the road, shown with their cases, settled by people, and taught by them. */
@ExtendWith(Chromium.class)
class HotSpotsIT extends RunningHub {
    private static final String HOT_SPOTS = "/api/v1/hot-spots";

    private final HttpClient client = HttpClient.newHttpClient();
    private int citizens;

    @BeforeEach
    void forgetHotSpots() {
        EmptyTables.of(jdbc, "hot_spot, hot_spot_level");
    }

    private UUID told(String title, Confidentiality confidentiality) {
        var id = sample(title, confidentiality);
        classified(id);
        return id;
    }

    private UUID sample(String title, Confidentiality confidentiality) {
        var id = samples.add(title, "家里没有水", "DISPATCHED", "mayor-mailbox", "0401", confidentiality);
        citizens++;
        jdbc.sql("update case_file set citizen_name = ?, citizen_phones = array[?], citizen_email = ? where id = ?")
                .params("市民" + citizens, "1390000" + (1000 + citizens), "c" + citizens + "@example.org", id)
                .update();
        return id;
    }

    private void classified(UUID id) {
        jdbc.sql(
                        "insert into history (case_id, at, actor, kind) values (?, now() - interval '1 minute', 'rules', 'CLASSIFIED')")
                .param(id)
                .update();
    }

    /** Until all that happened has been looked at. */
    private void watched() {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> jdbc.sql("select (select history_id from hot_spot_mark) >= max(id) from history")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void manyCitizensOfOneKindAtOnePlaceAreAHotSpotWithoutTheConfidentialOnes() {
        var secret = told("没有水，请保密", Confidentiality.ON_REQUEST);
        told("又停水了", Confidentiality.NORMAL);
        told("停水两天", Confidentiality.NORMAL);
        watched();
        assertThat(hotSpots().isEmpty()).isTrue();
        told("没水用", Confidentiality.NORMAL);
        watched();

        var found = hotSpots().get(0);
        assertThat(found.path("citizens").asInt(0)).isEqualTo(3);
        assertThat(found.path("category").asString("")).isEqualTo("0401");
        assertThat(found.path("division").asString("")).isEqualTo("340181004");
        assertThat(found.path("action").asString("")).isEqualTo("ANNOUNCE");
        var sheet = get(HOT_SPOTS + "/" + found.path("id").asString(""));
        assertThat(sheet.path("cases").size()).isEqualTo(3);
        assertThat(sheet.path("units").size()).isPositive();
        assertThat(sheet.toString()).doesNotContain(secret.toString());
    }

    @Test
    void casesThatBecomeConfidentialLeaveTheHotSpot() {
        var first = told("又停水了", Confidentiality.NORMAL);
        told("停水两天", Confidentiality.NORMAL);
        told("没水用", Confidentiality.NORMAL);
        watched();
        jdbc.sql("update case_file set confidentiality = 'WHISTLEBLOWER' where id = ?")
                .param(first)
                .update();
        var sheet = get(HOT_SPOTS + "/" + hotSpots().get(0).path("id").asString(""));
        assertThat(sheet.path("cases").size()).isEqualTo(2);
        assertThat(sheet.path("hotSpot").path("cases").asInt(0)).isEqualTo(2);
    }

    @Test
    void casesOfOneMatterAreOneHotSpotWhateverTheirCategoriesAndPlaces() {
        var first = sample("万科小区油烟", Confidentiality.NORMAL);
        var second = sample("万科小区底商油烟", Confidentiality.NORMAL);
        var third = sample("油烟扰民", Confidentiality.NORMAL);
        jdbc.sql("update case_file set category = '0305', division = null where id = ?")
                .param(first)
                .update();
        jdbc.sql("update case_file set category = '0503' where id = ?")
                .param(second)
                .update();
        alike(second, first);
        alike(third, second);
        classified(first);
        classified(second);
        classified(third);
        watched();
        assertThat(hotSpots().size()).isEqualTo(1);
        assertThat(hotSpots().get(0).path("sameMatter").asBoolean(false)).isTrue();
        assertThat(hotSpots().get(0).path("cases").asInt(0)).isEqualTo(3);
    }

    private void alike(UUID later, UUID earlier) {
        jdbc.sql("insert into similar_case (case_id, other_id, score, reasons, automatic, found_at)"
                        + " values (?, ?, 0.8, '[]', false, now())")
                .params(later, earlier)
                .update();
    }

    @Test
    void whoDismissesAHotSpotTeachesWhatIsUsual() {
        for (var number = 0; number < 3; number++) {
            told("停水", Confidentiality.NORMAL);
        }
        watched();
        var path = HOT_SPOTS + "/" + hotSpots().get(0).path("id").asString("");
        assertThat(post(path + "/dismissed?revision=7").statusCode()).isEqualTo(409);
        assertThat(post(path + "/dismissed?revision=1").statusCode()).isEqualTo(204);
        assertThat(post(path + "/acted?revision=2").statusCode()).isEqualTo(409);
        for (var number = 0; number < 3; number++) {
            told("停水", Confidentiality.NORMAL);
        }
        watched();
        assertThat(hotSpots().size()).as("six in a day where three are usual").isEqualTo(1);
        for (var number = 0; number < 9; number++) {
            told("停水", Confidentiality.NORMAL);
        }
        watched();
        assertThat(hotSpots().size())
                .as("fifteen in a day where three are usual")
                .isEqualTo(2);
    }

    @Test
    void peopleSeeTheCasesTheReasonAndTheActionAndSettleIt(Browser browser) {
        for (var number = 0; number < 4; number++) {
            told("凤凰山街道停水第 " + number + " 天", Confidentiality.NORMAL);
        }
        watched();
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.loggedIn(this, Role.DISPATCHER, language, width);
                page.navigate(address("/hot-spots"));
                assertThat(page.locator("tbody tr")).hasCount(1);
                Browser.picture(page, "hot-spots-" + language + "-" + width);
                page.click("tbody a");
                assertThat(page.locator(".orders li")).hasCount(4);
                Browser.picture(page, "hot-spot-" + language + "-" + width);
                assertThat((Boolean) page.evaluate(
                                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .isFalse();
                page.context().close();
            }
        }
        var operator = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        operator.navigate(address("/hot-spots"));
        operator.click("tbody a");
        assertThat(operator.locator(".choices")).hasCount(0);
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.navigate(address("/hot-spots"));
        page.click("tbody a");
        page.click(".choices .btn-primary");
        assertThat(page.locator(".marks")).containsText("已处置");
        assertThat(page.locator(".choices")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    private JsonNode hotSpots() {
        return get(HOT_SPOTS).path("items");
    }

    private JsonNode get(String path) {
        return JsonMapper.shared().readTree(send(request(path).GET()).body());
    }

    private HttpResponse<String> post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + people.key(Role.ADMIN));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }
}
