package org.intakehub.adapter.open311;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.core.channel.MatterStatus;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {
    private static final String ID = "r0123456789abcdef01234567";
    private static final MatterStatus LAMP = new MatterStatus(
            ID,
            true,
            Optional.of("040101"),
            Instant.parse("2026-11-20T02:00:00Z"),
            Instant.parse("2026-11-21T02:00:00Z"),
            Optional.of(Instant.parse("2026-11-27T10:00:00Z")));

    private final Open311 endpoint = new Open311(Endpoints.city());

    private Outcome get(String path, String... parameters) {
        return get(endpoint, path, parameters);
    }

    private static Outcome get(Open311 endpoint, String path, String... parameters) {
        var query = new TreeMap<String, List<String>>();
        for (var i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1]));
        }
        return endpoint.receive(new Request(
                AdapterUnderTest.SOURCE, "GET", path, query, Map.of(), Payload.of("", UTF_8), AdapterUnderTest.NOW));
    }

    @Test
    void aListIsAskedForByWhatTheStandardHas() {
        var asked = (Outcome.Asked) get(
                "requests.json",
                "service_code",
                "040101,010203",
                "status",
                "closed",
                "start_date",
                "2026-11-01T00:00:00+08:00",
                "end_date",
                "2026-11-20T00:00:00Z",
                "page",
                "2",
                "page_size",
                "20");
        var question = asked.question();
        assertThat(question.values()).containsExactlyInAnyOrder("040101", "010203");
        assertThat(question.isOpen()).contains(false);
        assertThat(question.from()).isEqualTo("2026-10-31T16:00:00Z");
        assertThat(question.to()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(question.page()).isEqualTo(2);
        assertThat(question.size()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=done",
                "start_date=yesterday",
                "start_date=2020-01-01T00:00:00Z",
                "page=0",
                "page_size=2000",
                "end_date=2020-01-01T00:00:00Z&start_date=2021-01-01T00:00:00Z"
            })
    void whatTheStandardDoesNotHaveIsRefused(String query) {
        var parameters = query.split("[=&]");
        var refused = (Outcome.Refused) get("requests.json", parameters);
        assertThat(refused.answer().orElseThrow().status()).isEqualTo(400);
    }

    @Test
    void xmlSaysWhatJsonSays() {
        var json = ((Outcome.Asked) get("requests/" + ID + ".json")).answer().apply(List.of(LAMP));
        var xml = ((Outcome.Asked) get("requests/" + ID + ".xml")).answer().apply(List.of(LAMP));
        assertThat(json.body().text(UTF_8))
                .isEqualTo("[{\"service_request_id\":\"" + ID
                        + "\",\"status\":\"open\",\"service_code\":\"040101\",\"service_name\":\"路灯不亮\","
                        + "\"requested_datetime\":\"2026-11-20T10:00:00+08:00\","
                        + "\"updated_datetime\":\"2026-11-21T10:00:00+08:00\","
                        + "\"expected_datetime\":\"2026-11-27T18:00:00+08:00\"}]");
        assertThat(xml.body().text(UTF_8))
                .contains("<service_requests><request><service_request_id>" + ID + "</service_request_id>")
                .contains("<status>open</status>")
                .contains("<expected_datetime>2026-11-27T18:00:00+08:00</expected_datetime>");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var none = ((Outcome.Asked) get("requests/" + ID + ".json")).answer().apply(List.of());
        assertThat(none.status()).isEqualTo(404);
        assertThat(((Outcome.Refused) get("requests/7.json"))
                        .answer()
                        .orElseThrow()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTokenIsTheIdItself() {
        var told = ((Outcome.Handshake) get("tokens/" + ID + ".json"))
                .echo()
                .body()
                .text(UTF_8);
        assertThat(told).isEqualTo("[{\"token\":\"" + ID + "\",\"service_request_id\":\"" + ID + "\"}]");
        assertThat(get("tokens/x.json")).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests.json", "requests/" + ID + ".json"})
    void aCityMayWantAKeyOfWhoeverAsks(String path) {
        var closed = new Open311(Endpoints.closed());
        assertThat(((Outcome.Refused) get(closed, path)).answer().orElseThrow().status())
                .isEqualTo(403);
        assertThat(((Outcome.Refused) get(closed, path, "api_key", "another-key"))
                        .answer()
                        .orElseThrow()
                        .status())
                .isEqualTo(403);
        assertThat(get(closed, path, "api_key", Endpoints.KEY.value())).isInstanceOf(Outcome.Asked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests.json", "requests/" + ID + ".xml", "tokens/" + ID + ".json"})
    void anotherCitysRequestsAreNotKnownHere(String path) {
        var refused = (Outcome.Refused) get(path, "jurisdiction_id", "other.example.org");
        assertThat(refused.answer().orElseThrow().status()).isEqualTo(404);
    }

    @Test
    void updatesAreToldByTheTimeOfTheLastChange() {
        var asked = (Outcome.Asked) get(
                "servicerequestupdates.json", "start_date", "2026-11-21T00:00:00Z", "end_date", "2026-11-22T00:00:00Z");
        assertThat(asked.question().byUpdate()).isTrue();
        assertThat(asked.answer().apply(List.of(LAMP)).body().text(UTF_8))
                .isEqualTo(
                        "[{\"update_id\":\"" + ID + "-1795226400\",\"service_request_id\":\"" + ID
                                + "\",\"status\":\"open\",\"updated_datetime\":\"2026-11-21T10:00:00+08:00\",\"description\":\"\"}]");
        var xml = ((Outcome.Asked) get("servicerequestupdates.xml")).answer().apply(List.of(LAMP));
        assertThat(xml.body().text(UTF_8))
                .contains("<service_requests_updates><request_update><update_id>" + ID + "-1795226400</update_id>");
    }
}
