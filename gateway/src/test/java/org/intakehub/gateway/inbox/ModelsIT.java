package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.classify.Triage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Learning from staff: what they decide teaches a model, which runs only if it is better, and can be taken back. */
@ExtendWith(Chromium.class)
class ModelsIT extends RunningHub {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    Triage triage;

    @BeforeEach
    void forgetModels() {
        EmptyTables.of(jdbc, "category_model, category_model_history restart identity");
    }

    @Test
    void aModelThatAnswersHeldBackCasesBetterRuns() {
        decide(80);

        assertThat(retrain()).isEqualTo("BETTER");

        var version = versions().get(0);
        assertThat(version.path("state").asString("")).isEqualTo("RUNNING");
        assertThat(version.path("trainedBy").asString("")).startsWith("key:");
        assertThat(version.path("rightShare").asDouble(0))
                .isGreaterThan(version.path("runningShare").asDouble(1));
        assertThat(version.path("examples").asInt(0) + version.path("heldBack").asInt(0))
                .isEqualTo(160);
    }

    @Test
    void aModelThatIsNoBetterThanWhatRunsIsRefused() {
        decide(80);
        retrain();

        assertThat(retrain()).isEqualTo("NOT_BETTER");

        assertThat(versions().get(0).path("state").asString("")).isEqualTo("REFUSED");
        assertThat(versions().get(1).path("state").asString("")).isEqualTo("RUNNING");
    }

    @Test
    void oneCallGoesBackAndOnlyForWhoSawTheModelAsItIs() {
        decide(80);
        retrain();
        var version = versions().get(0);
        var back = "/api/v1/models/" + version.path("version").asInt(0) + "/back?revision=";

        assertThat(post(back + 99).statusCode()).isEqualTo(409);
        assertThat(post(back + version.path("revision").asInt(0)).statusCode()).isEqualTo(204);

        assertThat(versions().get(0).path("state").asString("")).isEqualTo("REFUSED");
        assertThat(jdbc.sql("select kind from category_model_history order by at")
                        .query(String.class)
                        .list())
                .containsExactly("TAKEN_OVER", "BACK");
    }

    @Test
    void saysSoIfThereIsTooLittleToLearnFrom() {
        decide(2);

        assertThat(retrain()).isEqualTo("TOO_FEW");

        assertThat(versions()).isEmpty();
    }

    @Test
    void thePageTrainsAndGoesBack(Browser browser) {
        decide(80);
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                forgetModels();
                var page = browser.loggedIn(this, Role.ADMIN, language, width);
                page.navigate(address("/models"));
                page.click("form[action='/models/retrain'] button");
                assertThat(page.locator("tbody tr").count()).isEqualTo(1);
                Browser.picture(page, "models-" + language + "-" + width);
                page.click("tbody form button");
                assertThat(page.locator("tbody form").count()).isZero();
                assertThat((Boolean) page.evaluate(
                                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .isFalse();
                page.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /** A person calls lights on the promenade greenery, which no keyword does, and lamps along streets lamps. */
    private void decide(int ofEach) {
        for (var number = 1; number <= ofEach; number++) {
            decide("湖滨" + number + "号观景灯不亮", "观景台一片漆黑", "0307");
            decide("人民路" + number + "号路灯不亮", "街上一片漆黑", "0207");
        }
    }

    private void decide(String title, String text, String category) {
        var id = samples.add(title, text, "TRIAGE", "standard-webhook", "0302", Confidentiality.NORMAL);
        assertThat(triage.classify(id, 1, category, Optional.empty(), "operator"))
                .isEqualTo(Triage.Result.DONE);
    }

    private String retrain() {
        return JsonMapper.shared()
                .readTree(post("/api/v1/models/retrain").body())
                .path("result")
                .asString("");
    }

    private JsonNode versions() {
        return JsonMapper.shared()
                .readTree(send(request("/api/v1/models").GET()).body());
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
