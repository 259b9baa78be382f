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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city's rules as an administrator reads, tries, changes and takes them back, on the page and by machine. */
class SettingsIT extends BrowsedHub {
    private static final String UNITS = "/api/v1/settings/rules/units.csv";
    private static final String KEYWORDS = "/api/v1/settings/rules/keywords.csv";

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    CityRules rules;

    @TempDir
    private Path chosen;

    @AfterEach
    void backToTheInstallationsFiles() {
        for (var file : read("/api/v1/settings/rules").path("files")) {
            if (file.path("origin").asString("").equals("EDITED")) {
                var address = "/api/v1/settings/rules/" + file.path("file").asString("");
                assertThat(send(
                                        "POST",
                                        address + "/back",
                                        Map.of("revision", file.path("revision").asInt(0), "to", 0, "reason", "over"))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        EmptyTables.of(jdbc, "rule_change");
    }

    @Test
    void aSavedChangeIsInForceAtOnceAndKeptWithItsReason() {
        var saved = save(UNITS, 0, text(UNITS) + "yinghuo,萤火虫办公室,URBAN,,\n", "新设单位");

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(rules.unit(new UnitCode("yinghuo"))).isPresent();
        var file = read(UNITS + "?q=yinghuo");
        assertThat(file.path("file").path("origin").asString("")).isEqualTo("EDITED");
        assertThat(file.path("file").path("changedBy").asString("")).startsWith("key:");
        assertThat(file.path("items")).hasSize(1);
        var change = read(UNITS + "/changes").path("items").get(0);
        assertThat(change.path("reason").asString("")).isEqualTo("新设单位");
        assertThat(read(UNITS + "/changes/1").path("added").get(0).path("text").asString(""))
                .startsWith("yinghuo,");
    }

    @Test
    void whoLookedAtAnEarlierTextIsRefused() {
        var text = text(UNITS);
        save(UNITS, 0, text + "yinghuo,萤火虫办公室,URBAN,,\n", "新设单位");

        var stale = save(UNITS, 0, text, "不知情");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(stale).path("revision").asInt(0)).isEqualTo(1);
        assertThat(rules.unit(new UnitCode("yinghuo"))).isPresent();
    }

    @Test
    void whatDoesNotFitIsNamedWithLineAndColumnAndNotSaved() {
        var wrong = save(UNITS, 0, text(UNITS) + "Zhu,住建局,URBAN,,\n", "试试");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(wrong).path("problems").get(0);
        assertThat(problem.path("file").asString("")).isEqualTo("units.csv");
        assertThat(problem.path("line").asInt(0)).isGreaterThan(50);
        assertThat(problem.path("column").asString("")).isEqualTo("code");
        assertThat(read(UNITS).path("file").path("origin").asString("")).isEqualTo("SHIPPED");
    }

    @Test
    void aUnitOfTheSettingsCannotBeStruckOut() {
        var without = text("/api/v1/settings/rules/units.csv")
                .lines()
                .filter(line -> !line.startsWith("gongshui,"))
                .reduce("", (text, line) -> text + line + "\n");

        var problems =
                json(send("POST", UNITS + "/check", Map.of("text", without))).path("problems");

        assertThat(problems.toString()).contains("gongshui");
    }

    @Test
    void oneCallBringsAnEarlierTextBack() {
        save(UNITS, 0, text(UNITS) + "yinghuo,萤火虫办公室,URBAN,,\n", "新设单位");
        save(UNITS, 1, text(UNITS).replace("萤火虫办公室", "萤火虫局"), "改名");

        assertThat(send("POST", UNITS + "/back", Map.of("revision", 2, "to", 1, "reason", "改错了"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(rules.unit(new UnitCode("yinghuo")))
                .hasValueSatisfying(unit -> assertThat(unit.name()).isEqualTo("萤火虫办公室"));
        assertThat(send("POST", UNITS + "/back", Map.of("revision", 3, "to", 99, "reason", "没有"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(read(UNITS + "/changes").path("items")).hasSize(3);
    }

    @Test
    void whatAnotherNodeSavedIsFollowed() {
        jdbc.sql("insert into rule_change (file, revision, at, actor, reason, content) values ('units.csv', 1, now(),"
                        + " 'elsewhere', 'new', ?)")
                .param(text(UNITS) + "yinghuo,萤火虫办公室,URBAN,,\n")
                .update();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> rules.unit(new UnitCode("yinghuo")).isPresent());
    }

    @Test
    void whatDoesNotFitHereIsToldAndLeavesEverythingAsItIs() {
        jdbc.sql("insert into rule_change (file, revision, at, actor, reason, content) values ('units.csv', 1, now(),"
                        + " 'elsewhere', 'new', 'code,name,area,division,aliases')")
                .update();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !read("/api/v1/settings/rules").path("problems").isEmpty());
        assertThat(rules.unit(new UnitCode("zhujian"))).isPresent();
        var page = browser.loggedIn(this, Role.ADMIN, "zh-CN", 1440);
        page.navigate(address("/settings"));
        assertThat(page.locator(".alert-warning")).containsText("units.csv");
    }

    @Test
    void aTrialTellsWhichOfTheLatestCasesWouldBeDecidedOtherwise() {
        var lamp = samples.add("萤火虫灯坏了", "萤火虫灯坏了。", "TRIAGE", "partner", "0302", Confidentiality.NORMAL);
        samples.add("学校门口流动摊贩占道经营", "学校门口每天下午流动摊贩占道。");
        jdbc.sql("update case_file set category = '0207', classified_by = 'operator' where id = ?")
                .param(lamp)
                .update();

        var report = json(send("POST", KEYWORDS + "/trial", Map.of("text", text(KEYWORDS) + "0207,萤火虫灯,5,both,\n")));

        assertThat(report.path("looked").asInt(0)).isEqualTo(2);
        assertThat(report.path("cases")).hasSize(1);
        assertThat(report.path("cases").get(0).path("id").asString("")).isEqualTo(lamp.toString());
        assertThat(report.path("cases").get(0).path("shifts").toString()).contains("CATEGORY", "0207", "LEAD");
        assertThat(report.path("judged").asInt(0)).isEqualTo(1);
        assertThat(report.path("rightBefore").asInt(9)).isZero();
        assertThat(report.path("rightAfter").asInt(0)).isEqualTo(1);
        assertThat(read(KEYWORDS).path("file").path("revision").asInt(9)).isZero();
    }

    @Test
    void aTrialOfTheDispatchTableTellsWhoWouldLead() {
        samples.add("学校门口流动摊贩占道经营", "学校门口每天下午流动摊贩占道经营，车辆无法通行。");
        var dispatch = "/api/v1/settings/rules/dispatch.csv";

        var report =
                json(send("POST", dispatch + "/trial", Map.of("text", text(dispatch) + "0302,*,gongshui,,,absent\n")));

        assertThat(report.path("cases").toString()).contains("LEAD", "供水");
    }

    @Test
    void whatHasNoSayCannotBeTriedAndWhatIsWrongIsNot() {
        var calendar = "/api/v1/settings/rules/calendar.csv";
        assertThat(send("POST", calendar + "/trial", Map.of("text", text(calendar)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", KEYWORDS + "/trial", Map.of("text", "wrong")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void thePageTriesSavesAndTakesBack() {
        samples.add("萤火虫灯坏了", "萤火虫灯坏了。");
        samples.add("萤火虫灯又坏了", "萤火虫灯又坏了。");
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var name = language + "-" + width;
                var page = browser.loggedIn(this, Role.ADMIN, language, width);
                page.navigate(address("/settings/rules/keywords.csv/edit"));
                append(page, "0299,萤火虫灯,五,both,\n");
                page.click("button[formaction$=check]");
                assertThat(page.locator(".problems li")).hasCount(2);
                look(page, "rule-problems-" + name);
                page.navigate(address("/settings/rules/keywords.csv/edit"));
                append(page, "0207,萤火虫灯,5,both,\n");
                page.click("button[formaction$=try]");
                assertThat(page.locator(".shifted > li")).hasCount(2);
                look(page, "rule-trial-" + name);
                page.fill("input[name=reason]", "观景灯也归路灯管");
                page.click("form.writing .btn-primary");
                assertThat(page.locator(".alert-info")).isVisible();
                page.fill("form.filters input[name=q]", "萤火虫");
                page.click("form.filters button");
                assertThat(page.locator(".rows tbody tr")).hasCount(1);
                look(page, "rule-saved-" + name);
                page.locator(".changes a").first().click();
                assertThat(page.locator(".line-changes .come")).hasCount(1);
                look(page, "rule-change-" + name);
                page.fill("input[name=reason]", "试过了");
                page.locator(".back button").first().click();
                assertThat(page.locator(".alert-info")).isVisible();
                page.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aChosenFileTakesThePlaceOfWhatWasTypedAndHasToBeUtf8() throws IOException {
        var csv = chosen.resolve("units.csv");
        var page = browser.loggedIn(this, Role.ADMIN, "zh-CN", 1440);
        page.navigate(address("/settings/rules/units.csv/edit"));
        Files.write(csv, text(UNITS).getBytes(Charset.forName("GBK")));
        page.setInputFiles("input[type=file]", csv);
        page.click("button[formaction$=check]");
        assertThat(page.locator(".alert-warning")).containsText("UTF-8");

        Files.writeString(csv, "\ufeff" + text(UNITS).replace("\n", "\r\n") + "yinghuo,萤火虫办公室,URBAN,,\r\n");
        page.setInputFiles("input[type=file]", csv);
        page.fill("input[name=reason]", "新设单位");
        page.click("form.writing .btn-primary");
        assertThat(page.locator(".alert-info")).isVisible();
        assertThat(rules.unit(new UnitCode("yinghuo"))).isPresent();
    }

    @Test
    void aStaleSaveKeepsWhatWasWrittenAndShowsWhatItWouldUndo() {
        var page = browser.loggedIn(this, Role.ADMIN, "en-US", 1440);
        page.navigate(address("/settings/rules/units.csv/edit"));
        save(UNITS, 0, text(UNITS) + "yinghuo,萤火虫办公室,URBAN,,\n", "新设单位");

        append(page, "guihua,桂花办公室,URBAN,,\n");
        page.fill("input[name=reason]", "also new");
        page.click("form.writing .btn-primary");

        assertThat(page.locator(".alert-warning")).containsText("Not saved");
        assertThat(page.locator(".line-changes .gone")).containsText("yinghuo");
        assertThat(page.locator(".line-changes .come")).containsText("guihua");
        Browser.picture(page, "rule-stale-en-US-1440");
        assertThat(rules.unit(new UnitCode("guihua"))).isEmpty();
    }

    /** Typing it would take a browser seconds in a text of this length. */
    private static void append(Page page, String lines) {
        page.evalOnSelector("textarea[name=text]", "(area, lines) => { area.value += lines; }", lines);
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is wider than the window")
                .isFalse();
    }

    private String text(String file) {
        return send("GET", file + "/text", null).body();
    }

    private HttpResponse<String> save(String file, int revision, String text, String reason) {
        return send("PUT", file, Map.of("revision", revision, "reason", reason, "text", text));
    }

    private JsonNode read(String path) {
        return json(send("GET", path, null));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + people.key(Role.ADMIN))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }
}
