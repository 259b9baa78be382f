package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.citrusframework.TestActionRunner;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.http.message.HttpMessage;
import org.citrusframework.message.Message;
import org.citrusframework.validation.ValidationProcessor;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of one test, each a call on the wire that Citrus makes and whose answer it checks. */
final class Scenario {
    static final Duration SOON = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestActionRunner steps;
    private final HttpClient hub;
    private final String key;

    Scenario(TestActionRunner steps, Hub hub, String key) {
        this.steps = steps;
        this.key = key;
        this.hub = new HttpClientBuilder()
                .requestUrl(hub.address())
                .defaultAcceptHeader(false)
                // The usual client waits and asks again by itself when it is told to come later.
                .requestFactory(new JdkClientHttpRequestFactory(java.net.http.HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .build()))
                .timeout(60_000)
                .build();
    }

    /** A call that has to be answered 202; gives its receipt's id. */
    String push(Partner partner, HttpMessage call) {
        var receipt = json(post(partner.path(), call, HttpStatus.ACCEPTED));
        assertThat(receipt.path("link").asString())
                .endsWith("/receipts/" + receipt.path("receiptId").asString());
        return receipt.path("receiptId").asString();
    }

    /** A call that is answered 202 or 503; gives its receipt's id, or nothing after a 503. */
    String tryPush(Partner partner, HttpMessage call) {
        steps.run(http().client(hub).send().post(partner.path()).message(call));
        var answer = new AtomicReference<Message>();
        ValidationProcessor keep = (message, context) -> answer.set(message);
        steps.run(http().client(hub).receive().response().message().validate(keep));
        var answered = new HttpMessage(Objects.requireNonNull(answer.get()));
        var status = Objects.requireNonNull(answered.getStatusCode()).value();
        assertThat(status).isIn(202, 503);
        return status == 202 ? json(answered).path("receiptId").asString() : "";
    }

    /** A call that has to be turned away with a problem (RFC 9457). */
    Message pushRefused(Partner partner, HttpMessage call, HttpStatus status) {
        var answer = post(partner.path(), call, status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status.value());
        return answer;
    }

    /** An answer's header, however its name is written; empty if there is none. */
    static String header(Message answer, String name) {
        return answer.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.valueOf(header.getValue()))
                .findFirst()
                .orElse("");
    }

    JsonNode receipt(String id) {
        return json(get("/receipts/" + id));
    }

    /** Waits until the receipt tells this state. */
    JsonNode awaitReceipt(String id, String state) {
        return awaitReceipt(id, state, SOON);
    }

    JsonNode awaitReceipt(String id, String state, Duration longest) {
        return eventually(
                "a receipt says " + state,
                longest,
                "/receipts/" + id,
                answer -> state.equals(answer.path("state").asString()));
    }

    /** What a machine with an administrator's key reads. */
    JsonNode read(String path) {
        return json(get("/api/v1/" + path));
    }

    JsonNode eventually(String what, String path, Predicate<JsonNode> isSo) {
        return eventually(what, SOON, "/api/v1/" + path, isSo);
    }

    /** The only case in which the mark stands. */
    JsonNode theCaseOf(Plea plea) {
        var found = eventually(
                "a case of the plea",
                "cases?q=" + plea.mark(),
                list -> !items(list).isEmpty());
        assertThat(items(found)).as("cases of one plea").hasSize(1);
        return sheet(items(found).get(0).path("id").asString());
    }

    JsonNode sheet(String id) {
        return read("cases/" + id);
    }

    JsonNode awaitSheet(String id, String what, Predicate<JsonNode> isSo) {
        return eventually(what, "cases/" + id, isSo);
    }

    static List<JsonNode> items(JsonNode listing) {
        return listing.path("items").values().stream().toList();
    }

    JsonNode command(String path, String body, HttpStatus status) {
        var call = new HttpMessage(body).contentType("application/json").header("Authorization", "Bearer " + key);
        var answer = post("/api/v1/" + path, call, status);
        return answer.getPayload(String.class).isEmpty() ? JSON.createObjectNode() : json(answer);
    }

    private JsonNode eventually(String what, Duration longest, String path, Predicate<JsonNode> isSo) {
        var last = new AtomicReference<JsonNode>(JSON.createObjectNode());
        await(what)
                .pollInSameThread()
                .atMost(longest)
                .pollInterval(Duration.ofMillis(400))
                .until(() -> {
                    last.set(json(get(path)));
                    return isSo.test(last.get());
                });
        return Objects.requireNonNull(last.get());
    }

    private Message get(String path) {
        var call = new HttpMessage();
        if (path.startsWith("/api/")) {
            call.header("Authorization", "Bearer " + key);
        }
        steps.run(http().client(hub).send().get(ask(path, call)).message(call));
        return answer(HttpStatus.OK);
    }

    private Message post(String path, HttpMessage call, HttpStatus status) {
        steps.run(http().client(hub).send().post(ask(path, call)).message(call));
        return answer(status);
    }

    /** Citrus takes the question behind an address apart from it. */
    private static String ask(String path, HttpMessage call) {
        var question = path.indexOf('?');
        if (question < 0) {
            return path;
        }
        call.queryParams(path.substring(question + 1).replace('&', ','));
        return path.substring(0, question);
    }

    private Message answer(HttpStatus status) {
        var answer = new AtomicReference<Message>();
        ValidationProcessor keep = (message, context) -> answer.set(message);
        steps.run(http().client(hub).receive().response(status).message().validate(keep));
        return Objects.requireNonNull(answer.get());
    }

    private static JsonNode json(Message message) {
        return JSON.readTree(message.getPayload(String.class));
    }
}
