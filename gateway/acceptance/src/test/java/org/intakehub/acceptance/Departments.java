package org.intakehub.acceptance;

import static org.citrusframework.actions.ReceiveMessageAction.Builder.receive;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.citrusframework.TestActionRunner;
import org.citrusframework.jms.endpoint.JmsEndpoint;
import org.citrusframework.jms.endpoint.JmsEndpointBuilder;
import org.citrusframework.validation.ValidationProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The units' own systems, each of which takes its work orders off its queue. */
final class Departments {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_MILLIS = 20_000;

    private final Map<String, JmsEndpoint> queues = new HashMap<>();
    private final TestActionRunner steps;
    private final Broker broker;

    Departments(TestActionRunner steps, Broker broker) {
        this.steps = steps;
        this.broker = broker;
    }

    /** Code of the unit that leads a case. */
    static String lead(JsonNode sheet) {
        return sheet.path("workOrders").values().stream()
                .filter(order -> "LEAD".equals(order.path("role").asString()))
                .map(order -> order.path("unit").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Takes events off the unit's queue up to the one about this case. */
    JsonNode workOrder(String unit, String caseNumber) {
        while (true) {
            var event = next(unit);
            if (caseNumber.equals(event.path("subject").asString())) {
                return event;
            }
        }
    }

    private JsonNode next(String unit) {
        var queue = queues.computeIfAbsent(
                unit,
                code -> new JmsEndpointBuilder()
                        .connectionFactory(broker.departments())
                        .destination("workorders." + code)
                        .build());
        var taken = new AtomicReference<byte[]>();
        ValidationProcessor keep = (message, context) -> taken.set(bytes(message.getPayload()));
        steps.run(receive(queue).message().timeout(PATIENCE_MILLIS).validate(keep));
        return JSON.readTree(Objects.requireNonNull(taken.get()));
    }

    private static byte[] bytes(Object payload) {
        return payload instanceof byte[] binary ? binary : payload.toString().getBytes(StandardCharsets.UTF_8);
    }
}
