package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a citizen is reached: masked role by role, address by address and kind by kind of case, until somebody has it shown to himself. */
class RevelationsIT extends BrowsedHub {
    private static final String PHONE = "13900001234";
    private static final String MAIL = "xiaoyu@example.org";
    private static final String ID_NUMBER = "34018119900101123X";
    private static final String OTHER_PHONE = "13700007777";

    private final HttpClient client = HttpClient.newHttpClient();
    private UUID id = new UUID(0, 0);
    private String receipt = "";

    /** A case whose every part names the citizen's numbers, with a work order of the known unit. */
    private void told(Confidentiality confidentiality) {
        var words = "请联系" + PHONE + "或邻居" + OTHER_PHONE + "，证号" + ID_NUMBER + "，邮箱" + MAIL + "。路灯一周不亮。";
        id = samples.add("路灯不亮" + PHONE, words, "DISPATCHED", "mayor-mailbox", "0207", confidentiality);
        jdbc.sql("update case_file set citizen_id_number = ?, citizen_handle = ? where id = ?")
                .params(ID_NUMBER, MAIL, id)
                .update();
        samples.workOrder(id, KnownPeople.UNIT, "LEAD");
        receipt = samples.raw("mayor-mailbox", "FILED", "", "From: " + MAIL + "\r\n\r\n" + words);
        var letter = samples.message(id, receipt, "路灯不亮" + PHONE, words, "> " + words);
        samples.reply(id, letter, "SENT");
        samples.history(id, "hub", "CONTACTED", "{\"text\":\"已拨" + PHONE + "\"}");
    }

    private HttpResponse<String> call(String key, String path, boolean isPost) {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key);
        if (isPost) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private HttpResponse<String> get(String key, String path) {
        return call(key, path, false);
    }

    private HttpResponse<String> reveal(String key) {
        return call(key, "/api/v1/cases/" + id + "/revelations", true);
    }

    private List<String> addresses() {
        return List.of(
                "/api/v1/cases",
                "/api/v1/cases?q=" + PHONE,
                "/api/v1/cases/" + id,
                "/api/v1/work-orders/" + order(),
                "/api/v1/cases/" + id + "/similar",
                "/api/v1/cases/" + id + "/identity",
                "/api/v1/cases/" + id + "/raw/" + receipt,
                "/api/v1/reports/cases",
                "/api/v1/reports/cases.csv",
                "/api/v1/board",
                "/api/v1/supervision");
    }

    private UUID order() {
        return jdbc.sql("select id from work_order where case_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private List<String> looks(String actor) {
        return jdbc.sql("select detail::text from history where case_id = ? and kind = 'REVEALED' and actor like ?")
                .params(id, actor)
                .query(String.class)
                .list();
    }

    private static void namesNobody(String body, String where) {
        assertThat(body).as(where).doesNotContain(PHONE, MAIL, ID_NUMBER, OTHER_PHONE);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR,   NORMAL,        true",
        "OPERATOR,   ON_REQUEST,    true",
        "OPERATOR,   WHISTLEBLOWER, false",
        "DISPATCHER, NORMAL,        true",
        "DISPATCHER, ON_REQUEST,    true",
        "DISPATCHER, WHISTLEBLOWER, true",
        "UNIT,       NORMAL,        true",
        "UNIT,       ON_REQUEST,    false",
        "UNIT,       WHISTLEBLOWER, false",
        "INTEGRATOR, NORMAL,        false",
        "ADMIN,      NORMAL,        true",
        "ADMIN,      SENSITIVE,     true"
    })
    void nobodyReadsNumbersUnlessTheyWereShownToHim(Role role, Confidentiality confidentiality, boolean mayReveal) {
        told(confidentiality);
        var key = people.key(role);
        for (var path : addresses()) {
            namesNobody(get(key, path).body(), path);
        }
        var shown = reveal(key);
        if (!mayReveal) {
            assertThat(shown.statusCode()).isIn(403, 404);
            namesNobody(shown.body(), "the refusal");
            namesNobody(get(key, "/api/v1/cases/" + id).body(), "the case");
            assertThat(looks("key:%")).isEmpty();
            return;
        }
        assertThat(shown.body()).contains(PHONE, MAIL, ID_NUMBER, "until");
        assertThat(get(key, "/api/v1/cases/" + id).body()).contains(PHONE, MAIL, ID_NUMBER, OTHER_PHONE);
        assertThat(get(key, "/api/v1/work-orders/" + order()).body()).contains(PHONE);
        assertThat(reveal(key).statusCode()).isEqualTo(200);
        assertThat(looks("key:%")).as("one entry for one look").singleElement().satisfies(detail -> {
            assertThat(detail).contains("PHONES", "EMAIL", "ID_NUMBER", "WORDS");
            namesNobody(detail, "the entry");
        });
        for (var path : List.of("/api/v1/cases", "/api/v1/reports/cases.csv", "/api/v1/board")) {
            namesNobody(get(key, path).body(), path);
        }
        namesNobody(get(people.key(role), "/api/v1/cases/" + id).body(), "for a colleague");
    }

    @Test
    void whatIsMaskedStillTellsOneFromAnother() {
        told(Confidentiality.NORMAL);
        var sheet = get(people.key(Role.OPERATOR), "/api/v1/cases/" + id).body();
        assertThat(sheet)
                .contains("139****1234", "x***@example.org", "340***********123X", "周晓雨", "路灯一周不亮")
                .contains("\"isMasked\":true", "\"mayReveal\":true", "\"seesRaw\":false");
        assertThat(get(people.key(Role.OPERATOR), "/api/v1/reports/cases.csv").body())
                .contains("139****1234");
        assertThat(get(people.key(Role.OPERATOR), "/api/v1/cases?q=" + PHONE).body())
                .as("who is told a number finds its cases")
                .contains(id.toString());
    }

    @Test
    void aUnitFetchesItsOrdersWholeAndTheDeskLooksAtThemMasked() {
        told(Confidentiality.NORMAL);
        var path = "/api/v1/units/" + KnownPeople.UNIT + "/work-orders";
        assertThat(get(people.key(Role.UNIT), path).body()).contains(PHONE);
        namesNobody(get(people.key(Role.DISPATCHER), path).body().replace(MAIL, ""), path);
    }

    @Test
    void aUnitThatHasNothingToDoAnyMoreHasNoNeedOfTheNumber() {
        told(Confidentiality.NORMAL);
        jdbc.sql("update work_order set state = 'CLOSED' where case_id = ?")
                .param(id)
                .update();
        var key = people.key(Role.UNIT);
        assertThat(reveal(key).statusCode()).isEqualTo(404);
        assertThat(get(key, "/api/v1/cases/" + id).body()).contains("\"mayReveal\":false");
    }

    @Test
    void whatWasShownIsMaskedAgainAfterHalfAnHour() {
        told(Confidentiality.NORMAL);
        var key = people.key(Role.OPERATOR);
        reveal(key);
        jdbc.sql("update revelation set until = now() - interval '1 second'").update();
        namesNobody(get(key, "/api/v1/cases/" + id).body(), "the case");
        assertThat(get(key, "/api/v1/cases/" + id + "/raw/" + receipt).statusCode())
                .isEqualTo(403);
        reveal(key);
        assertThat(looks("key:%")).as("two looks").hasSize(2);
    }

    @Test
    void aButtonShowsItOnTheCaseAndOnTheWorkOrder() {
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                startAfresh();
                told(Confidentiality.NORMAL);
                var name = language + "-" + width;
                var page = browser.loggedIn(this, Role.OPERATOR, language, width);
                page.navigate(address("/cases"));
                namesNobody(page.content(), "the list");
                page.navigate(address("/cases/" + id));
                namesNobody(page.content(), "the case");
                Browser.picture(page, "masked-" + name);
                page.click(".reveal button");
                assertThat(page.content()).contains(PHONE, MAIL, ID_NUMBER, OTHER_PHONE);
                assertThat(page.locator(".reveal").count()).isZero();
                Browser.picture(page, "revealed-" + name);
                assertThat(looks("operator")).hasSize(1);

                var unit = browser.loggedIn(this, Role.UNIT, language, width);
                unit.navigate(address("/portal/" + order()));
                namesNobody(unit.content(), "the work order");
                Browser.picture(unit, "order-masked-" + name);
                unit.click(".reveal button");
                assertThat(unit.content()).contains(PHONE, MAIL, ID_NUMBER);
                Browser.picture(unit, "order-revealed-" + name);
                assertThat(looks("unit")).hasSize(1);
                page.context().close();
                unit.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
