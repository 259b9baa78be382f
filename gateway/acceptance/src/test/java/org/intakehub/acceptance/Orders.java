package org.intakehub.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the units, who work their orders off by REST; each step names its person and the revision that he saw. */
final class Orders {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Scenario scenario;
    private final String caseId;

    Orders(Scenario scenario, String caseId) {
        this.scenario = scenario;
        this.caseId = caseId;
    }

    /** Codes of the units with this role, in alphabetical order. */
    List<String> units(String role) {
        return scenario.sheet(caseId).path("workOrders").values().stream()
                .filter(order -> role.equals(order.path("role").asString()))
                .map(order -> order.path("unit").asString())
                .sorted()
                .toList();
    }

    JsonNode step(String unit, String step, String person, Map<String, ?> more) {
        return answered(unit, step, person, more, HttpStatus.OK);
    }

    /** The obstacle that a step meets. */
    String refused(String unit, String step, String person, Map<String, ?> more) {
        return answered(unit, step, person, more, HttpStatus.CONFLICT)
                .path("obstacle")
                .asString();
    }

    void submit(String unit, String person, String facts) {
        step(unit, "result", person, result(facts));
    }

    static Map<String, String> result(String facts) {
        return Map.of("outcome", "SOLVED", "facts", facts, "answer", "您反映的问题已经处理：" + facts);
    }

    /** A step of the centre. */
    void centre(String step, String person, Map<String, ?> more) {
        var facts = scenario.sheet(caseId).path("facts");
        scenario.command(
                "cases/" + caseId + "/" + step,
                body(facts.path("revision").asInt(), person, more),
                HttpStatus.NO_CONTENT);
    }

    String caseState() {
        return scenario.sheet(caseId).path("facts").path("state").asString();
    }

    /** The last clock of this kind. */
    Optional<JsonNode> clock(String kind) {
        return scenario.sheet(caseId).path("clocks").values().stream()
                .filter(clock -> kind.equals(clock.path("kind").asString()))
                .reduce((earlier, later) -> later);
    }

    private JsonNode answered(String unit, String step, String person, Map<String, ?> more, HttpStatus status) {
        var order = scenario.sheet(caseId).path("workOrders").values().stream()
                .filter(one -> unit.equals(one.path("unit").asString()))
                .map(one -> "work-orders/" + one.path("id").asString())
                .findFirst()
                .orElseThrow();
        var revision = scenario.read(order).path("revision").asInt();
        return scenario.command(order + "/" + step, body(revision, person, more), status);
    }

    private static String body(int revision, String person, Map<String, ?> more) {
        var fields = new TreeMap<String, Object>(more);
        fields.put("revision", revision);
        fields.put("person", person);
        return JSON.writeValueAsString(fields);
    }
}
