package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Confidentiality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applications ask over GeoReport v2 how far their requests have come, and are told nothing of who sent them. */
class RequestStatesIT extends RunningHub {
    private static final String WORDS = "河边的路灯不亮";
    private static final AtomicInteger LAMPS = new AtomicInteger();

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address("/channels/app/" + path))));
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Reports a dark lamp and gives the request's id once its case is there. */
    private String report() {
        // The same words would be the same request, which the hub has had.
        var words = WORDS + "，编号 " + LAMPS.incrementAndGet();
        var form = "api_key=a+key+of+the+application&service_code=lamp&address_string=a&first_name=%E6%99%93%E9%9B%A8"
                + "&phone=13900001234&email=xiaoyu%40example.org&description="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
        var answer = send(HttpRequest.newBuilder(URI.create(address("/channels/app/requests.json")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(200);
        var id = tree(answer).get(0).get("service_request_id").asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select count(*) from case_file where external_id = ? and state <> 'ACCEPTED'")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        == 1);
        return id;
    }

    private void set(String id, String what) {
        jdbc.sql("update case_file set " + what + " where external_id = ?")
                .param(id)
                .update();
    }

    @Test
    void whatWasReportedIsToldByStateAndTimesAlone() {
        var id = report();
        var json = get("requests/" + id + ".json");
        assertThat(json.statusCode()).isEqualTo(200);
        var one = tree(json).get(0);
        assertThat(one.get("service_request_id").asString()).isEqualTo(id);
        assertThat(one.get("status").asString()).isEqualTo("open");
        assertThat(one.get("service_code").asString()).isEqualTo("lamp");
        assertThat(one.get("service_name").asString()).isEqualTo("路灯不亮");
        assertThat(one.propertyNames())
                .isSubsetOf(
                        "service_request_id",
                        "status",
                        "service_code",
                        "service_name",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime");
        assertThat(json.body()
                        + get("requests.json").body()
                        + get("requests.xml").body())
                .doesNotContain("晓雨", "13900001234", "xiaoyu", WORDS);
        var xml = get("requests/" + id + ".xml").body();
        one.properties()
                .forEach(field -> assertThat(xml)
                        .contains("<" + field.getKey() + ">" + field.getValue().asString() + "</" + field.getKey()));
        assertThat(tree(get("tokens/" + id + ".json"))
                        .get(0)
                        .get("service_request_id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void aSettledRequestIsClosedAndFoundByItsState() {
        var id = report();
        set(id, "state = 'CLOSED'");
        assertThat(tree(get("requests.json?status=open"))).isEmpty();
        assertThat(tree(get("requests.json?status=closed&service_code=lamp"))
                        .get(0)
                        .get("status")
                        .asString())
                .isEqualTo("closed");
        assertThat(tree(get("requests.json?service_code=other"))).isEmpty();
        assertThat(tree(get("requests.json?service_request_id=" + id + ",r0123456789abcdef01234567")))
                .hasSize(1);
        var updates = tree(get("servicerequestupdates.json"));
        assertThat(updates.get(0).get("service_request_id").asString()).isEqualTo(id);
        assertThat(updates.get(0).get("status").asString()).isEqualTo("closed");
        set(id, "updated_at = now() - interval '10 days'");
        var lately = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(tree(get("servicerequestupdates.json?start_date=" + lately))).isEmpty();
        assertThat(tree(get("requests.json?start_date=" + lately))).hasSize(1);
        assertThat(tree(get("requests.json?end_date=2020-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void aMergedRequestIsAsFarAsTheCaseThatItWentInto() {
        var id = report();
        var main = samples.add("路灯不亮", "路灯", "CLOSED", "telephone", "0207", Confidentiality.NORMAL);
        set(id, "state = 'MERGED', merged_into = '" + main + "'");
        assertThat(tree(get("requests/" + id + ".json")).get(0).get("status").asString())
                .isEqualTo("closed");
    }

    @Test
    void ofAConfidentialRequestAsLittleIsToldAsOfOneThatWasNeverSent() {
        var id = report();
        set(id, "confidentiality = 'ON_REQUEST'");
        var hidden = get("requests/" + id + ".json");
        var never = get("requests/r0123456789abcdef01234567.json");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(never.body());
        assertThat(tree(get("requests.json"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherTheNewestFirst() {
        var older = report();
        var newer = report();
        assertThat(ids("requests.json?page_size=1")).isEqualTo(newer);
        assertThat(ids("requests.json?page_size=1&page=2")).isEqualTo(older);
        assertThat(ids("requests.json?page_size=1&page=3")).isEmpty();
    }

    private String ids(String path) {
        return String.join(" ", tree(get(path)).findValuesAsString("service_request_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "discovery.json,                                        200",
        "services.xml,                                          200",
        "requests.json?jurisdiction_id=city.example.org,        200",
        "requests.json?jurisdiction_id=other.example.org,       404",
        "requests/r0123456789abcdef01234567.xml?jurisdiction_id=other.example.org, 404",
        "requests.json?status=done,                             400",
        "requests.xml?start_date=2020-01-01T00:00:00Z,          400"
    })
    void answersAsTheStandardHasIt(String path, int status) {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }
}
