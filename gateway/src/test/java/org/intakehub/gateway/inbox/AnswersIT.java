package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers by the API and on the page, with the preview before and the proof after. */
@ExtendWith(Chromium.class)
class AnswersIT extends RunningHub {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WORDS = "您好，学校门口已安排每日巡查。";

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> call(Role role, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address("/api/v1/cases/" + path)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + people.key(role));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode sheet(UUID id) {
        try {
            return JSON.readTree(call(Role.ADMIN, id.toString(), Map.of()).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> proof(UUID id, UUID reply, String key) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address("/api/v1/cases/" + id + "/replies/" + reply + "/proof")))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                BodyHandlers.ofString());
    }

    private void reveal(UUID id, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address("/api/v1/cases/" + id + "/revelations")))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private UUID proved(UUID caseId) {
        var reply = jdbc.sql("select id from reply where case_id = ? limit 1")
                .param(caseId)
                .query(UUID.class)
                .single();
        jdbc.sql(
                        "insert into sent_proof (reply_id, kind, at, status, sha256, bytes) values (?, 'LEFT', now(), null, 'ab', ?),"
                                + " (?, 'ANSWERED', now(), 250, 'cd', ?)")
                .params(
                        reply,
                        "To: xiaoyu@example.org\r\n\r\n您的来信已受理。".getBytes(UTF_8),
                        reply,
                        "250 2.0.0 queued".getBytes(UTF_8))
                .update();
        return reply;
    }

    @Test
    void anAnswerIsPreviewedGivenOnceAndProved() throws Exception {
        var town = new Town(samples);
        var id = town.dispatched;
        var preview = JSON.readTree(call(Role.OPERATOR, id + "/replies/preview", Map.of("text", WORDS))
                .body());
        assertThat(preview.path("recipients").size()).isEqualTo(1);
        assertThat(preview.path("recipients").get(0).path("how").asString()).isEqualTo("CALL_BACK");
        var body = Map.of("id", UUID.randomUUID(), "revision", 1, "kind", "ANSWER", "text", WORDS);
        var given = call(Role.OPERATOR, id + "/replies", body);
        assertThat(given.statusCode()).isEqualTo(202);
        assertThat(call(Role.OPERATOR, id + "/replies", body).body()).isEqualTo(given.body());
        var other = Map.of("revision", 1, "kind", "ANSWER", "text", WORDS);
        assertThat(call(Role.OPERATOR, id + "/replies", other).statusCode()).isEqualTo(409);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sheet(id).path("replies").values().stream()
                        .anyMatch(reply -> reply.path("way").asString().equals("CALL_BACK")));
        var reply = proved(id);
        var key = people.key(Role.OPERATOR);
        assertThat(proof(id, reply, key).statusCode())
                .as("while the citizen is masked")
                .isEqualTo(403);
        reveal(id, key);
        assertThat(JSON.readTree(proof(id, reply, key).body()).path("items").size())
                .isEqualTo(2);
    }

    @Test
    void whoMayNotSeeTheCitizenMayNotWriteToHim() throws Exception {
        var town = new Town(samples);
        var body = Map.of("revision", 1, "kind", "ANSWER", "text", WORDS);
        assertThat(call(Role.UNIT, town.dispatched + "/replies", body).statusCode())
                .isEqualTo(403);
        assertThat(call(Role.INTEGRATOR, town.dispatched + "/replies", body).statusCode())
                .isEqualTo(403);
        assertThat(call(Role.OPERATOR, town.secret + "/replies", body).statusCode())
                .isEqualTo(404);
        assertThat(call(Role.OPERATOR, town.secret + "/replies/preview", Map.of("text", WORDS))
                        .statusCode())
                .isEqualTo(404);
        assertThat(call(
                                Role.OPERATOR,
                                town.dispatched + "/replies",
                                Map.of("revision", 1, "kind", "ANSWER", "text", " "))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPersonLooksAtTheAnswerBeforeItIsSent(Browser browser) {
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                samples.removeAll();
                people.save();
                var id = new Town(samples).dispatched;
                var page = browser.loggedIn(this, Role.OPERATOR, language, width);
                page.navigate(address("/cases/" + id));
                page.fill("#answer-text", WORDS);
                page.click("form[action$='/answer'] button");
                assertThat(page.locator(".words").textContent()).contains(WORDS);
                Browser.picture(page, "answer-" + language + "-" + width);
                page.click("form[action$='/replies'] button");
                page.waitForURL(address("/cases/" + id));
                Browser.picture(page, "answered-" + language + "-" + width);
                page.click(".reveal button");
                page.navigate(address("/cases/" + id + "/replies/" + proved(id) + "/proof"));
                Browser.picture(page, "proof-" + language + "-" + width);
                var overflow = (Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
                assertThat(overflow).isFalse();
                page.context().close();
            }
        }
        assertThat(jdbc.sql("select count(*) from reply where kind = 'ANSWER' and given_by = 'operator'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
