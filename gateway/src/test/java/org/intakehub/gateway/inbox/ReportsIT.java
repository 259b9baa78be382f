package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports (R15, R22): figures that can be asked for again, each with the cases behind it. */
@ExtendWith(Chromium.class)
class ReportsIT extends RunningHub {
    private static final String REPORTS = "/api/v1/reports";
    private static final String MARCH = "month=2025-03";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Role, String> keys = new EnumMap<>(Role.class);

    @BeforeEach
    void freshKeys() {
        keys.clear();
    }

    private UUID accepted(String at, String channel) {
        return accepted(at, channel, Confidentiality.NORMAL);
    }

    private UUID accepted(String at, String channel, Confidentiality confidentiality) {
        var id = samples.add("路灯不亮", "内容", "HANDLING", channel, "0207", confidentiality);
        jdbc.sql("update case_file set accepted_at = ?::timestamptz where id = ?")
                .params(at, id)
                .update();
        return id;
    }

    private void happened(UUID id, String at, String actor, String kind) {
        jdbc.sql("insert into history (case_id, at, actor, kind) values (?, ?::timestamptz, ?, ?)")
                .params(id, at, actor, kind)
                .update();
    }

    private UUID ordered(UUID id, String at, String unit) {
        var order = UUID.randomUUID();
        jdbc.sql("insert into work_order (id, case_id, unit, role, state, reason, dispatched_at)"
                        + " values (?, ?, ?, 'LEAD', 'HANDLING', '0207', ?::timestamptz)")
                .params(order, id, unit, at)
                .update();
        return order;
    }

    private void breached(UUID id, String at) {
        jdbc.sql(
                        "insert into clock (case_id, kind, started_at, due_at, stopped_at, breached_at)"
                                + " select id, 'CLOSE', accepted_at, ?::timestamptz, ?::timestamptz, ?::timestamptz from case_file where id = ?")
                .params(at, at, at, id)
                .update();
    }

    private void returned(UUID id, UUID order, String unit, String at, String state) {
        jdbc.sql(
                        "insert into order_request (id, order_id, case_id, unit, kind, state, reason, asked_by, asked_person, asked_at,"
                                + " ruled_at) values (?, ?, ?, ?, 'RETURN', ?, '不属本单位职责', 'u', '周晓雨', ?::timestamptz, ?::timestamptz)")
                .params(UUID.randomUUID(), order, id, unit, state, at, at)
                .update();
    }

    private void answered(UUID id, String at, boolean solved, int satisfaction) {
        jdbc.sql("insert into follow_up (id, case_id, state, opened_at, contacted, solved, satisfaction, answered_at)"
                        + " values (?, ?, 'ANSWERED', ?::timestamptz, true, ?, ?, ?::timestamptz)")
                .params(UUID.randomUUID(), id, at, solved, satisfaction, at)
                .update();
    }

    private void merged(UUID id, UUID into, String at) {
        jdbc.sql("insert into case_merge (id, case_id, main_id, previous_state, merged_by, merged_at)"
                        + " values (?, ?, ?, 'CLASSIFIED', 'anna', ?::timestamptz)")
                .params(UUID.randomUUID(), id, into, at)
                .update();
    }

    @Test
    void theReportByChannelCountsDaysOfTheCityAndMergedCasesWithTheirMainCase() {
        var lamp = accepted("2025-03-01T00:00:00+08:00", "wechat");
        happened(lamp, "2025-03-02T10:00:00+08:00", "hub", "CLOSED");
        var again = accepted("2025-03-01T12:00:00+08:00", "telephone");
        merged(again, lamp, "2025-03-01T13:00:00+08:00");
        accepted("2025-03-31T23:59:59+08:00", "telephone");
        var advice = accepted("2025-03-15T10:00:00+08:00", "telephone");
        happened(advice, "2025-03-15T10:05:00+08:00", "anna", "ANSWERED_DIRECTLY");
        accepted("2025-02-28T23:59:59+08:00", "wechat");
        accepted("2025-04-01T00:00:00+08:00", "wechat");

        var report = get("/channels?" + MARCH);

        assertThat(report.path("when").path("asOf").asString("")).isEqualTo("2025-03-31T16:00:00Z");
        assertThat(text(Role.ADMIN, REPORTS + "/channels?" + MARCH))
                .contains(
                        "[{\"channel\":\"telephone\",\"accepted\":3,\"closed\":2,\"open\":1,\"share\":75.00,\"closedRate\":66.67},"
                                + "{\"channel\":\"wechat\",\"accepted\":1,\"closed\":1,\"open\":0,\"share\":25.00,\"closedRate\":100.00}]");
        assertThat(report.path("total").path("closedRate").decimalValue()).isEqualByComparingTo("75.00");
    }

    @Test
    void whatHappensAfterTheSpanLeavesItsFiguresAsTheyWere() {
        var id = accepted("2025-03-10T10:00:00+08:00", "wechat");
        var order = ordered(id, "2025-03-10T10:01:00+08:00", "chengguan");
        var main = accepted("2025-03-09T10:00:00+08:00", "wechat");
        var before = figures("2025-03");
        assertThat(before).contains("\"ACCEPTED\":2", "\"COUNTED_CLOSED\":0");

        breached(id, "2025-04-02T10:00:00+08:00");
        returned(id, order, "chengguan", "2025-04-02T11:00:00+08:00", "APPROVED");
        ordered(id, "2025-04-02T11:00:00+08:00", "jiaojing");
        happened(id, "2025-04-03T10:00:00+08:00", "anna", "REWORK");
        happened(id, "2025-04-04T10:00:00+08:00", "anna", "CLOSED");
        answered(id, "2025-04-04T11:00:00+08:00", true, 5);
        merged(id, main, "2025-04-05T10:00:00+08:00");

        assertThat(figures("2025-03")).isEqualTo(before);
        assertThat(get("/units?" + MARCH + "&asOf=now").toString()).contains("\"GIVEN_BACK\":1");
    }

    /** Of every report, and who is behind them. */
    private String figures(String month) {
        var span = "?month=" + month;
        return text(Role.ADMIN, REPORTS + "/channels" + span)
                + text(Role.ADMIN, REPORTS + "/indicators" + span)
                + text(Role.ADMIN, REPORTS + "/units" + span)
                + text(Role.ADMIN, REPORTS + "/cases" + span);
    }

    @Test
    void aReopenedCaseIsOpenAgainFromThenOnAndNotBefore() {
        var id = accepted("2025-03-10T10:00:00+08:00", "wechat");
        happened(id, "2025-03-11T10:00:00+08:00", "hub", "CLOSED");
        happened(id, "2025-03-20T10:00:00+08:00", "anna", "REOPENED");
        happened(id, "2025-04-20T10:00:00+08:00", "hub", "CLOSED");

        assertThat(closed("2025-03-15T00:00:00Z")).isEqualTo(1);
        assertThat(closed("2025-03-31T16:00:00Z")).isZero();
        assertThat(closed("now")).isEqualTo(1);
    }

    private long closed(String asOf) {
        return get("/channels?" + MARCH + "&asOf=" + asOf)
                .path("total")
                .path("closed")
                .asLong(-1);
    }

    @Test
    void indicatorsLeaveOutWhatIsNotTheirsAndSayHowMuch() {
        var good = accepted("2025-03-03T10:00:00+08:00", "wechat");
        ordered(good, "2025-03-03T10:01:00+08:00", "chengguan");
        happened(good, "2025-03-04T10:00:00+08:00", "hub", "CLOSED");
        answered(good, "2025-03-04T10:00:00+08:00", true, 3);
        var late = accepted("2025-03-03T11:00:00+08:00", "wechat");
        ordered(late, "2025-03-03T11:01:00+08:00", "chengguan");
        breached(late, "2025-03-05T11:00:00+08:00");
        happened(late, "2025-03-06T10:00:00+08:00", "anna", "REWORK");
        happened(late, "2025-03-07T10:00:00+08:00", "hub", "CLOSED");
        answered(late, "2025-03-07T10:00:00+08:00", false, 2);
        var passedOn = accepted("2025-03-03T12:00:00+08:00", "wechat");
        var first = ordered(passedOn, "2025-03-03T12:01:00+08:00", "chengguan");
        returned(passedOn, first, "chengguan", "2025-03-03T13:00:00+08:00", "APPROVED");
        ordered(passedOn, "2025-03-03T13:00:00+08:00", "jiaojing");
        happened(accepted("2025-03-04T10:00:00+08:00", "wechat"), "2025-03-04T11:00:00+08:00", "anna", "NOT_ACCEPTED");
        happened(accepted("2025-03-04T10:00:00+08:00", "wechat"), "2025-03-04T11:00:00+08:00", "anna", "TRANSFERRED");
        merged(accepted("2025-03-04T10:00:00+08:00", "wechat"), good, "2025-03-04T09:00:00+08:00");

        var all = get("/indicators?" + MARCH).path("all");
        assertThat(text(Role.ADMIN, REPORTS + "/indicators?" + MARCH))
                .contains(
                        "{\"closed\":66.67,\"onTime\":50.00,\"rework\":50.00,\"atOnce\":50.00,\"response\":100.00,\"solved\":50.00,"
                                + "\"satisfied\":50.00,\"returned\":16.67,\"composite\":55.00}");
        assertThat(all.path("figures").toString())
                .contains("\"MERGED\":1", "\"NOT_ACCEPTED\":1", "\"TRANSFERRED\":1", "\"COUNTED\":3", "\"DUE\":2");

        var units = get("/units?" + MARCH).path("lines");
        assertThat(units).hasSize(2);
        assertThat(units.get(0).path("key").asString("")).isEqualTo("chengguan");
        assertThat(units.get(0).path("figures").toString())
                .contains(
                        "\"ACCEPTED\":3",
                        "\"GIVEN_BACK\":1",
                        "\"COUNTED\":2",
                        "\"ON_TIME\":1",
                        "\"LATE\":1",
                        "\"RETURNED\":1");
        assertThat(units.get(1).path("figures").toString()).contains("\"ACCEPTED\":1", "\"COUNTED_OPEN\":1");
    }

    @Test
    void peopleAreCountedByWhatTheyDid() {
        var id = accepted("2025-03-03T10:00:00+08:00", "telephone");
        happened(id, "2025-03-03T10:05:00+08:00", "anna", "CORRECTED");
        happened(id, "2025-03-04T10:00:00+08:00", "anna", "CALLED_BACK");
        happened(id, "2025-03-04T11:00:00+08:00", "anna", "CLOSED");
        happened(id, "2025-03-04T11:00:00+08:00", "hub", "CLASSIFIED");
        var receipt = samples.raw("telephone", "FILED", "", "{}");
        jdbc.sql("update raw_message set signature = 'ENTERED', headers = '{\"entered-by\":\"bela\"}',"
                        + " received_at = '2025-03-03T10:00:00+08:00' where receipt_id = ?")
                .param(receipt)
                .update();
        samples.message(id, receipt, "路灯不亮", "内容", "");

        assertThat(get("/operators?" + MARCH).path("lines").toString())
                .isEqualTo(
                        "[{\"key\":\"anna\",\"figures\":{\"SETTLED\":1,\"DECIDED\":1,\"TAKEN_DOWN\":0,\"CALLED\":1}},"
                                + "{\"key\":\"bela\",\"figures\":{\"SETTLED\":0,\"DECIDED\":0,\"TAKEN_DOWN\":1,\"CALLED\":0}}]");
        assertThat(numbers("/cases?of=DEEDS&figure=TAKEN_DOWN&operator=bela&" + MARCH))
                .hasSize(1);
        assertThat(status(Role.OPERATOR, REPORTS + "/cases?of=DEEDS&" + MARCH)).isEqualTo(403);
    }

    /** Whatever the figure, its list has as many rows, page after page. */
    @Test
    void everyFigureIsTheNumberOfItsCases() {
        var ids = new ArrayList<UUID>();
        for (var day = 1; day <= 12; day++) {
            var id = accepted("2025-03-%02dT10:00:00+08:00".formatted(day), day % 2 == 0 ? "wechat" : "telephone");
            var order = ordered(id, "2025-03-%02dT10:01:00+08:00".formatted(day), "chengguan");
            if (day % 3 == 0) {
                happened(id, "2025-03-20T10:00:00+08:00", "anna", day == 9 ? "NOT_ACCEPTED" : "CLOSED");
                answered(id, "2025-03-21T10:00:00+08:00", day != 6, day == 6 ? 1 : 5);
            }
            if (day % 4 == 0) {
                breached(id, "2025-03-14T10:00:00+08:00");
                returned(id, order, "chengguan", "2025-03-14T10:00:00+08:00", day == 4 ? "APPROVED" : "REFUSED");
            }
            if (day == 11) {
                merged(id, ids.get(0), "2025-03-11T11:00:00+08:00");
            }
            ids.add(id);
        }

        for (var cohort : Map.of("CASES", "/indicators", "ORDERS", "/units").entrySet()) {
            var report = get(cohort.getValue() + "?" + MARCH);
            var figures = report.has("all")
                    ? report.path("all").path("figures")
                    : report.path("lines").get(0).path("figures");
            assertThat(figures.propertyNames()).hasSizeGreaterThan(20);
            for (var figure : figures.propertyNames()) {
                assertThat(numbers("/cases?of=" + cohort.getKey() + "&figure=" + figure + "&size=2&" + MARCH))
                        .as(cohort.getKey() + " " + figure)
                        .hasSize(figures.path(figure).asInt(-1));
            }
        }
    }

    private List<String> numbers(String path) {
        var numbers = new ArrayList<String>();
        for (var next = REPORTS + path; !next.isEmpty(); ) {
            var page = tree(Role.ADMIN, next);
            page.path("items").forEach(one -> numbers.add(one.path("number").asString("")));
            next = page.path("next").asString("");
        }
        return numbers;
    }

    @Test
    void exportsAreTextVeiledForTheReaderAndNoted() throws IOException {
        var formula = accepted("2025-03-03T10:00:00+08:00", "wechat");
        jdbc.sql("update case_file set title = '=HYPERLINK(\"http://example.org\")' where id = ?")
                .param(formula)
                .update();
        var secret = accepted("2025-03-04T10:00:00+08:00", "wechat", Confidentiality.WHISTLEBLOWER);
        jdbc.sql("update case_file set title = '周晓雨举报' where id = ?")
                .param(secret)
                .update();

        var path = REPORTS + "/cases.csv?figure=ACCEPTED&" + MARCH;
        var operator = text(Role.OPERATOR, path);
        assertThat(operator)
                .startsWith("\uFEFF编号,渠道")
                .contains("\"'=HYPERLINK(")
                .contains(Veil.COVER + "举报");
        assertThat(operator.lines()).hasSize(3);
        assertThat(operator.lines().filter(line -> line.contains("周晓雨"))).hasSize(1);
        assertThat(text(Role.DISPATCHER, path).lines().filter(line -> line.contains("周晓雨举报")))
                .hasSize(1);

        var cells = worksheet(bytes(Role.OPERATOR, REPORTS + "/cases.xlsx?figure=ACCEPTED&" + MARCH));
        assertThat(cells)
                .contains("inlineStr", "=HYPERLINK(", Veil.COVER + "举报")
                .doesNotContain("<f>")
                .doesNotContain("周晓雨举报");
        assertThat(jdbc.sql("select form || ' ' || cases from case_export order by id")
                        .query(String.class)
                        .list())
                .endsWith("CSV 2", "CSV 2", "XLSX 2");
    }

    private static String worksheet(byte[] workbook) throws IOException {
        var saved = Files.write(Path.of("target", "report.xlsx"), workbook);
        try (var zip = new ZipFile(saved.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            var xml = new String(sheet.readAllBytes(), UTF_8);
            return Pattern.compile("&#x([0-9a-f]+);")
                    .matcher(xml)
                    .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        }
    }

    @Test
    void theAgendaNamesWhatRepeatsStallsAndIsDisputed() {
        var lamp = accepted("2025-03-03T10:00:00+08:00", "wechat");
        for (var day = 4; day <= 6; day++) {
            merged(accepted("2025-03-%02dT10:00:00+08:00".formatted(day), "wechat"), lamp, "2025-03-07T10:00:00+08:00");
        }
        var stalled = accepted("2025-02-20T10:00:00+08:00", "telephone");
        breached(stalled, "2025-02-27T10:00:00+08:00");
        var disputed = accepted("2025-01-20T10:00:00+08:00", "telephone");
        var order = ordered(disputed, "2025-01-20T10:01:00+08:00", "chengguan");
        returned(disputed, order, "chengguan", "2025-03-14T10:00:00+08:00", "REFUSED");
        answered(disputed, "2025-03-15T10:00:00+08:00", false, 1);

        var agenda = get("/agenda?" + MARCH);

        assertThat(agenda.path("repeated").toString())
                .isEqualTo("[{\"category\":\"0207\",\"division\":\"340181004\",\"cases\":4,\"before\":1}]");
        assertThat(topics(agenda, "toldAgain")).containsExactly(lamp + " 3");
        assertThat(topics(agenda, "stalled")).containsExactly(stalled + " 39");
        assertThat(topics(agenda, "disputed")).containsExactly(disputed + " 2");
        assertThat(get("/agenda?month=2025-01").path("disputed").isEmpty()).isTrue();
    }

    private static List<String> topics(JsonNode agenda, String kind) {
        var found = new ArrayList<String>();
        agenda.path(kind)
                .forEach(one -> found.add(
                        one.path("id").asString("") + " " + one.path("times").asLong(-1)));
        return found;
    }

    @Test
    void theRankingOfAYearIsByComposite() {
        var slow = accepted("2025-05-03T10:00:00+08:00", "wechat");
        ordered(slow, "2025-05-03T10:01:00+08:00", "chengguan");
        var done = accepted("2025-06-03T10:00:00+08:00", "wechat");
        ordered(done, "2025-06-03T10:01:00+08:00", "jiaojing");
        happened(done, "2025-06-04T10:00:00+08:00", "hub", "CLOSED");

        var ranking = get("/ranking?year=2025").path("lines");

        assertThat(ranking.get(0).path("key").asString("")).isEqualTo("jiaojing");
        assertThat(ranking.get(0).path("rates").path("composite").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(ranking.get(1).path("rates").path("composite").decimalValue())
                .isEqualByComparingTo("70");
    }

    @Test
    void everyFigureOfThePageLeadsToItsCases(Browser browser) {
        happened(accepted("2025-03-03T10:00:00+08:00", "wechat"), "2025-03-04T10:00:00+08:00", "hub", "CLOSED");
        accepted("2025-03-05T10:00:00+08:00", "telephone");
        accepted("2025-03-06T10:00:00+08:00", "wechat");

        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1440);
        page.navigate(address("/reports"));
        page.fill("input[name=month]", "2025-03");
        page.click("form:has(input[name=month]) button");
        assertThat(page.locator("tbody tr").first()).containsText("66.67 %");
        assertThat(page.locator("tfoot")).containsText("33.33 %");
        page.locator("tbody tr").first().locator("a").first().click();
        assertThat(page.locator("h1")).containsText("受理 · 微信");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator("tbody tr a").first().click();
        page.waitForURL(url -> url.contains("/cases/"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void wrongSpansAndFiguresAreProblems() {
        for (var wrong : new String[] {
            "/channels?month=2025-13",
            "/channels?from=2025-03-01",
            "/channels?from=2025-03-01&to=2025-03-01",
            "/channels?asOf=yesterday",
            "/cases?figure=NONE",
            "/cases?figure=SETTLED",
            "/cases?size=0",
            "/cases?after=x"
        }) {
            assertThat(status(Role.ADMIN, REPORTS + wrong)).as(wrong).isEqualTo(400);
        }
    }

    private JsonNode get(String path) {
        return tree(Role.ADMIN, REPORTS + path);
    }

    private JsonNode tree(Role role, String path) {
        return JsonMapper.shared().readTree(text(role, path));
    }

    private String text(Role role, String path) {
        return new String(bytes(role, path), UTF_8);
    }

    private byte[] bytes(Role role, String path) {
        var answer = send(role, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private int status(Role role, String path) {
        return send(role, path).statusCode();
    }

    private HttpResponse<byte[]> send(Role role, String path) {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + keys.computeIfAbsent(role, people::key))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }
}
