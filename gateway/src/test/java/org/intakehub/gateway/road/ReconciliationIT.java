package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.ApiKeys;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationIT extends StoppedRoad {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MORNING = "{\"from\":\"2026-11-23T02:00:00Z\",\"to\":\"2026-11-23T04:00:00Z\"}";

    @Autowired
    ApiKeys keys;

    private String key = "";

    @BeforeEach
    void forget() {
        key = keys.create("test", Role.INTEGRATOR, null);
        EmptyTables.of(jdbc, "reconciliation, source_event cascade");
        FORUM.holds("路灯", "井盖", "停水");
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/channels/" + path))
                .timeout(SOON)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private String begin(String what) throws Exception {
        var answer = call("POST", "forum/" + what, MORNING);
        assertThat(answer.statusCode()).isEqualTo(202);
        var id = answer.body().replaceAll(".*\"id\":\"([0-9a-f-]{36}).*", "$1");
        await().atMost(SOON)
                .until(() ->
                        call("GET", "forum/reconciliations/" + id, "").body().contains("finishedAt"));
        return call("GET", "forum/reconciliations/" + id, "").body();
    }

    @Test
    void whatTheFarEndListsAndTheHubDoesNotHaveIsToldByHourAndTakenInByOneCall() throws Exception {
        var sheet = begin("reconciliations");
        assertThat(sheet)
                .contains("\"complete\":true")
                .contains("\"listed\":2,\"missing\":2,\"backfilled\":0")
                .contains("{\"hour\":\"2026-11-23T02:00:00Z\",\"listed\":1,\"missing\":1}");
        assertThat(number("select count(*) from raw_message")).isZero();

        assertThat(begin("backfill")).contains("\"missing\":0,\"backfilled\":2");
        camel.getRouteController().startRoute("file");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(number("select count(*) from case_file where source = 'forum'"))
                        .isEqualTo(2));
        assertThat(begin("reconciliations")).contains("\"listed\":2,\"missing\":0,\"backfilled\":0");
        assertThat(number("select count(*) from source_event where kind = 'RECONCILED'"))
                .isEqualTo(3);
        assertThat(number("select count(*) from source_event where kind = 'BACKFILLED'"))
                .isEqualTo(1);
    }

    @Test
    void aSourceThatCannotBeListedOrASpanThatEndsBeforeItBeginsIsSaid() throws Exception {
        assertThat(call("POST", "partner/reconciliations", MORNING).statusCode())
                .isEqualTo(404);
        assertThat(call("POST", "province/backfill", MORNING).statusCode()).isEqualTo(404);
        var backwards = call(
                "POST", "forum/reconciliations", "{\"from\":\"2026-11-23T02:00:00Z\",\"to\":\"2026-11-23T01:00:00Z\"}");
        assertThat(backwards.statusCode()).isEqualTo(400);
        assertThat(number("select count(*) from reconciliation")).isZero();
    }

    @Test
    void aFarEndThatDoesNotAnswerIsThePointAtWhichTheComparisonEnds() throws Exception {
        var answer = call("POST", "letters/reconciliations", MORNING);
        assertThat(answer.statusCode()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                text("select coalesce(max(problem), '') from reconciliation where source = 'letters'"))
                        .contains("does not answer"));
    }
}
