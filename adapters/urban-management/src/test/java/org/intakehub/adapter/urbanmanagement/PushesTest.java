package org.intakehub.adapter.urbanmanagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushesTest {
    private static final Map<String, List<String>> QUERY =
            Map.of("egova_openapi_token", List.of(Sites.PUSH_TOKEN.value()));
    private static final Map<String, List<String>> HEADER =
            Map.of("X-EGOVA-Authorization", List.of("Bearer " + Sites.PUSH_TOKEN.value()));

    private final UrbanManagement adapter = new UrbanManagement(Pushed.SOURCE, Sites.at(null));

    private static JsonNode answer(Outcome outcome) {
        var response = outcome instanceof Outcome.Accepted accepted
                ? accepted.acknowledgement()
                : ((Outcome.Refused) outcome).answer();
        return JsonMapper.shared().readTree(response.orElseThrow().body().text(StandardCharsets.UTF_8));
    }

    @Test
    void answersInThePlatformsEnvelope() {
        var answer = answer(
                adapter.receive(Pushed.call(QUERY, Map.of(), "{\"action\":\"REPORT\",\"uid\":\"u-1\",\"data\":{}}")));
        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("code").asInt()).isZero();
        assertThat(answer.path("uid").asString()).isEqualTo("u-1");
        assertThat(answer.path("hasError").asBoolean()).isFalse();
        assertThat(answer.path("result").path("recId").asString()).startsWith("sha256:");
    }

    @Test
    void takesTheTokenFromTheHeaderToo() {
        assertThat(adapter.receive(Pushed.call(Map.of(), HEADER, "{}"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void takesATokenWhosePlusSignASiteDidNotEncode() {
        var pushes = new Pushes(List.of(new Secret("a+token/of=signs")), Set.of("openapi/v1/action"));
        var blank = Map.of("egova_openapi_token", List.of("a token/of=signs"));
        assertThat(pushes.receive(Pushed.call(blank, Map.of(), "{}"))).isInstanceOf(Outcome.Accepted.class);
        var other = Map.of("egova_openapi_token", List.of("a-token/of=signs"));
        assertThat(pushes.receive(Pushed.call(other, Map.of(), "{}"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void takesInTheHubsOwnTestCall() {
        var call = adapter.testCall(Pushed.SOURCE, "test:3f2b", Pushed.NOW);
        assertThat(adapter.answers(call.path())).isTrue();
        var raw = ((Outcome.Accepted) adapter.receive(call)).raw();
        assertThat(adapter.normalise(raw))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("test:3f2b"));
    }

    @Test
    void refusesACallThatShowsTheTokenInTwoPlaces() {
        var outcome = adapter.receive(Pushed.call(QUERY, HEADER, "{}"));
        assertThat(((Outcome.Refused) outcome).reason()).isEqualTo(Outcome.Reason.MISSING_PROOF);
    }

    @Test
    void tellsARefusalInThePlatformsEnvelope() {
        var outcome = adapter.receive(Pushed.call(Map.of("egova_openapi_token", List.of("wrong")), Map.of(), "{}"));
        assertThat(answer(outcome).path("code").asInt()).isEqualTo(-400001);
        assertThat(answer(outcome).path("success").asBoolean(true)).isFalse();
    }

    @Test
    void keepsWhatItCannotReadAndSaysSo() {
        var outcome = adapter.receive(Pushed.call(QUERY, Map.of(), "{\"action\":"));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(answer(outcome).path("code").asInt()).isEqualTo(-400002);
    }

    @Test
    void ownsTheAddressesThatAreSet() {
        assertThat(adapter.paths()).containsExactlyInAnyOrder("openapi/v1/action", "rec/saverec");
    }
}
