package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.gateway.road.UnitSite.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two units that take their work orders at endpoints of their own; what arrives there is checked with the library of the standard. */
class WebhooksIT extends StoppedRoad {
    private static final String WATER = "/water";
    private static final String GAS = "/gas";

    @Autowired
    WorkOrders orders;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    KnownPeople people;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void nothingIsOnItsWay() {
        EmptyTables.of(
                jdbc,
                "webhook_delivery, webhook_attempt, webhook_endpoint, webhook_event, user_account, api_key cascade");
        people.save();
        UNITS.answers(Map.of());
    }

    /** The water company leads and the gas company assists. */
    private UUID dispatched() {
        var id = open(push(UUID.randomUUID().toString(), LAMP));
        jdbc.sql("update case_file set state = 'DISPATCHED' where id = ?")
                .param(id)
                .update();
        for (var order : Map.of("gongshui", "LEAD", "ranqi", "ASSIST").entrySet()) {
            jdbc.sql(
                            "insert into work_order (id, case_id, unit, role, reason, dispatched_at) values (?, ?, ?, ?, 'test', now())")
                    .params(UUID.randomUUID(), id, order.getKey(), order.getValue())
                    .update();
        }
        transaction.executeWithoutResult(status -> orders.events(id));
        return id;
    }

    private String state(String unit) {
        return text(
                "select coalesce(string_agg(state, ',' order by seq), '') from webhook_delivery where unit = ?", unit);
    }

    private void awaitState(String unit, String state) {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(state(unit)).isEqualTo(state));
    }

    private void awaitAttempts(String unit, int attempts) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(number(
                                "select count(*) from webhook_attempt a join webhook_delivery d on d.id = a.delivery_id where d.unit = ?",
                                unit))
                        .isEqualTo(attempts));
    }

    private void verify(String secret, Call call) throws WebhookVerificationException {
        new Webhook(secret).verify(call.body().text(UTF_8), call.headers());
    }

    private HttpResponse<String> api(String method, String path, Role role) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + people.key(role))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    @Test
    void aWorkOrderArrivesAsASignedEventThatTheLibraryOfTheStandardAccepts() {
        dispatched();
        awaitState("gongshui", "DELIVERED");

        assertThat(UNITS.calls(WATER)).singleElement().satisfies(call -> {
            assertThatCode(() -> verify(WATER_SECRET, call)).doesNotThrowAnyException();
            assertThatCode(() -> verify(WATER_NEXT_SECRET, call))
                    .as("the new secret is in force beside the old one")
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> verify(GAS_SECRET, call)).isInstanceOf(WebhookVerificationException.class);
            assertThat(call.headers().get("Content-type"))
                    .singleElement()
                    .asString()
                    .startsWith("application/cloudevents+json");
            assertThat(call.body().text(UTF_8))
                    .contains("\"specversion\":\"1.0\"", "\"type\":\"org.intakehub.workorder.dispatched\"", "路灯不亮");
        });
    }

    @Test
    void aForgedBodyIsNotAccepted() {
        dispatched();
        awaitState("gongshui", "DELIVERED");

        var call = UNITS.calls(WATER).get(0);
        var forged = new Call(call.path(), call.headers(), Payload.of("{}", UTF_8));
        assertThatThrownBy(() -> verify(WATER_SECRET, forged)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void oneUnitFailingIsNotTheOthersSuccess() {
        UNITS.answers(Map.of(WATER, 503));
        dispatched();

        awaitState("ranqi", "DELIVERED");
        awaitAttempts("gongshui", 1);
        assertThat(state("gongshui")).isEqualTo("WAITING");
        assertThat(text("select (next_at - now() between interval '3 seconds' and interval '6 seconds')::text"
                        + " from webhook_delivery where unit = 'gongshui'"))
                .isEqualTo("true");
        assertThat(number("select status from webhook_attempt where status <> 204"))
                .isEqualTo(503);
    }

    @Test
    void anEventThatIsToldTwiceIsSentOnce() {
        var id = dispatched();
        transaction.executeWithoutResult(status -> orders.events(id));

        awaitState("gongshui", "DELIVERED");
        assertThat(UNITS.calls(WATER)).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        UNITS.answers(Map.of(GAS, 307));
        dispatched();

        awaitAttempts("ranqi", 1);
        assertThat(UNITS.calls("/elsewhere")).isEmpty();
        assertThat(state("ranqi")).isEqualTo("WAITING");
    }

    @Test
    void anEndpointThatTookNothingThroughAllAttemptsIsDisabledAndLosesNothing() {
        UNITS.answers(Map.of(WATER, 500));
        dispatched();
        awaitAttempts("gongshui", 1);
        jdbc.sql("update webhook_delivery set attempts = 9, next_at = now() where unit = 'gongshui'")
                .update();
        awaitState("gongshui", "FAILED");
        assertThat(text("select why from webhook_endpoint where unit = 'gongshui'"))
                .isEqualTo("TOOK_NOTHING");
        assertThat(api("GET", "/api/v1/webhooks", Role.INTEGRATOR).body()).contains("\"why\":\"TOOK_NOTHING\"");

        UNITS.answers(Map.of());
        dispatched();
        awaitState("ranqi", "DELIVERED,DELIVERED");
        assertThat(state("gongshui")).isEqualTo("FAILED,WAITING");
        assertThat(UNITS.calls(WATER)).isEmpty();

        assertThat(api("POST", "/api/v1/webhooks/gongshui/enable", Role.INTEGRATOR)
                        .statusCode())
                .isEqualTo(204);
        awaitState("gongshui", "FAILED,DELIVERED");
        assertThat(api("POST", "/api/v1/webhooks/gongshui/deliveries/again", Role.INTEGRATOR)
                        .body())
                .contains("\"events\":1");
        awaitState("gongshui", "DELIVERED,DELIVERED");
        assertThat(number("select count(*) from webhook_event where unit = 'gongshui'"))
                .isEqualTo(3);
    }

    @Test
    void anEndpointThatSaysThatItIsGoneIsNotCalledAgain() {
        UNITS.answers(Map.of(GAS, 410));
        dispatched();

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(number("select count(*) from webhook_endpoint where why = 'GONE'"))
                        .isEqualTo(1));
        assertThat(state("ranqi")).isEqualTo("WAITING");
    }

    @Test
    void aUnitSeesItsAttemptsAndTakesAnEventAgainUnderTheSameId() {
        dispatched();
        awaitState("gongshui", "DELIVERED");
        awaitState("ranqi", "DELIVERED");
        var delivery = text("select id::text from webhook_delivery where unit = 'gongshui'");

        assertThat(api("GET", "/api/v1/webhooks/gongshui/deliveries", Role.INTEGRATOR)
                        .body())
                .contains("\"status\":204", "\"state\":\"DELIVERED\"")
                .doesNotContain("周晓雨");
        assertThat(api("GET", "/api/v1/webhooks/gongshui/deliveries", Role.UNIT).statusCode())
                .as("the account's unit is another")
                .isEqualTo(404);
        assertThat(api("GET", "/api/v1/webhooks/gongshui/deliveries", Role.OPERATOR)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api("POST", "/api/v1/webhooks/gongshui/deliveries/" + delivery + "/again", Role.INTEGRATOR)
                        .statusCode())
                .isEqualTo(202);
        awaitAttempts("gongshui", 2);
        assertThat(UNITS.calls(WATER))
                .extracting(call -> call.headers().get("Webhook-id"))
                .hasSize(2)
                .containsOnly(UNITS.calls(WATER).get(0).headers().get("Webhook-id"));
        assertThat(text("select actor from webhook_event where kind = 'SENT_AGAIN'"))
                .startsWith("key:");
    }
}
