package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.action.ActionKind;
import org.intakehub.gateway.action.UnitActions;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.outbox.UnitNews;
import org.intakehub.routes.stage.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the queues is what AsyncAPI wants it to be, and what really passes over them is what it describes. */
class AsyncApiIT extends RunningHub {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UNIT = "gongshui";

    @Autowired
    WorkOrders orders;

    @Autowired
    UnitEvents events;

    @Autowired
    UnitActions actions;

    @Autowired
    TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init")
    private JsonNode document;

    @BeforeEach
    void read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address("/v3/asyncapi")))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + people.key(Role.UNIT))
                .build();
        document = JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static List<String> faults(JsonNode schema, JsonNode instance) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(instance)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** What is wrong with an event after the schema that the document has for its type on the channel. */
    private List<String> faults(String channel, String event) {
        var instance = JSON.readTree(event);
        var message = document.at("/channels/" + channel + "/messages")
                .valueStream()
                .map(reference -> at(reference.path("$ref").asString()))
                .filter(one ->
                        one.path("name").asString().equals(instance.path("type").asString()))
                .findFirst()
                .orElseThrow();
        var schema = JSON.createObjectNode();
        schema.set("components", document.path("components"));
        schema.put("$ref", message.at("/payload/$ref").asString());
        return faults(schema, instance);
    }

    private JsonNode at(String reference) {
        return document.at(reference.substring(1));
    }

    private UUID caseWithOrder() {
        var id = samples.add("路灯不亮已经一周", "东风路 12 号门口的路灯已经一周不亮。");
        samples.workOrder(id, UNIT, "LEAD");
        return id;
    }

    private UUID order(UUID caseId) {
        return jdbc.sql("select id from work_order where case_id = ?")
                .param(caseId)
                .query(UUID.class)
                .single();
    }

    private static String action(ActionKind kind, UUID order, String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + kind + "\",\"source\":\"/water\",\"type\":\"" + kind.type()
                + "\",\"data\":{\"workOrder\":\"" + order + "\",\"revision\":1,\"person\":\"王建国\"" + more + "}}";
    }

    private String outcome(String message) {
        var stage = Objects.requireNonNull(actions.stages().get(UNIT));
        return stage.run(new Delivery(Payload.of(message, UTF_8), Map.of(), 1))
                .get(0)
                .body()
                .text(UTF_8);
    }

    @Test
    void itKeepsTheRulesOfTheStandard() throws IOException {
        try (var rules = Objects.requireNonNull(getClass().getResourceAsStream("/asyncapi/rules.json"))) {
            var schema = JSON.readTree(rules);
            assertThat(faults(schema, document)).isEmpty();
            var broken = ((ObjectNode) document.deepCopy());
            broken.set("operations", JSON.readTree("{\"sendWorkOrder\":{\"action\":\"shout\"}}"));
            assertThat(faults(schema, broken)).isNotEmpty();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references =
                document.findValues("$ref").stream().map(JsonNode::asString).toList();
        assertThat(references).hasSizeGreaterThan(50);
        assertThat(references)
                .allSatisfy(reference ->
                        assertThat(at(reference).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void everyAddressIsDescribed() {
        assertThat(document.path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").asString("")))
                .containsExactlyInAnyOrder(
                        "workorders.{unit}", "workorders.{unit}.actions", "workorders.{unit}.outcomes", "");
        assertThat(document.at("/channels/actions/messages").size()).isEqualTo(ActionKind.values().length);
    }

    @Test
    void workOrdersAndNewsAreAsDescribed() {
        var id = caseWithOrder();
        var hops = Objects.requireNonNull(transaction.execute(status -> orders.events(id)));
        assertThat(hops)
                .singleElement()
                .satisfies(hop ->
                        assertThat(faults("workOrders", hop.body().text(UTF_8))).isEmpty());
        var order = order(id);
        for (var news : List.of(
                new UnitNews.Warned(Optional.of(order), "CLOSE", 75, Optional.of(Instant.EPOCH)),
                new UnitNews.Warned(Optional.empty(), "CLOSE", 75, Optional.empty()),
                new UnitNews.Reopened(order, 4, "REOPENED", "又不亮了"),
                new UnitNews.Ruled(order, "RETURN", false, "属于贵单位"),
                new UnitNews.Urged(order, "请尽快办理", 2, "林安"),
                new UnitNews.Instructed(order, "张市长", "请立即解决"),
                new UnitNews.Outage(
                        "REGISTERED",
                        "WATER",
                        true,
                        "管道检修",
                        UNIT,
                        List.of("340181004"),
                        List.of("东风路"),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Map.of("reason", "雨")))) {
            transaction.executeWithoutResult(status -> {
                events.add(UNIT, "340181-20261123-000001", news);
                var body = jdbc.sql("select convert_from(body, 'UTF8') from outbox where queue = 'workorders.gongshui'"
                                + " order by id desc limit 1")
                        .query(String.class)
                        .single();
                assertThat(faults("workOrders", body)).isEmpty();
            });
        }
    }

    @Test
    void actionsAndOutcomesAreAsDescribed() {
        var order = order(caseWithOrder());
        var sign = action(ActionKind.SIGN, order, "");
        assertThat(faults("actions", sign)).isEmpty();
        assertThat(faults("actions", sign.replace("\"revision\":1,", ""))).isNotEmpty();
        assertThat(faults("actions", action(ActionKind.ARRIVE, order, ""))).isEmpty();
        assertThat(faults(
                        "actions",
                        action(
                                ActionKind.RESULT,
                                order,
                                ",\"outcome\":\"SOLVED\",\"facts\":\"已更换\",\"answer\":\"已修复\"")))
                .isEmpty();

        var accepted = outcome(sign);
        assertThat(accepted).contains("org.intakehub.action.accepted");
        assertThat(faults("outcomes", accepted)).isEmpty();
        var refused = outcome(action(ActionKind.DEPART, order, ""));
        assertThat(refused).contains("STALE");
        assertThat(faults("outcomes", refused)).isEmpty();
        assertThat(faults("outcomes", outcome("no JSON"))).isEmpty();
    }
}
