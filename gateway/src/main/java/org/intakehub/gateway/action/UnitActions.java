package org.intakehub.gateway.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.action.ActionOutcome.Accepted;
import org.intakehub.gateway.outbox.CloudEvent;
import org.intakehub.gateway.outbox.UnitEvents;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.UnitQueues;
import org.intakehub.routes.stage.DeadLetters;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.Stage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a unit's message asks for, once, and answers it; a message that cannot be read is refused and put before a person. */
@Component
public class UnitActions {
    private final UnitQueues queues;
    private final ActionReader reader;
    private final ActionDesk desk;
    private final ActionLedger ledger;
    private final UnitEvents events;
    private final Json json;
    private final TransactionTemplate transaction;

    /** @throws IllegalArgumentException if the city has no such unit */
    UnitActions(
            UnitQueues queues,
            CityRules rules,
            ActionReader reader,
            ActionDesk desk,
            ActionLedger ledger,
            UnitEvents events,
            Json json,
            TransactionTemplate transaction) {
        for (var unit : queues.acting()) {
            if (rules.unit(new UnitCode(unit)).isEmpty()) {
                throw new IllegalArgumentException("intake.units." + unit + ": units.csv has no unit of that code");
            }
        }
        this.queues = queues;
        this.reader = reader;
        this.desk = desk;
        this.ledger = ledger;
        this.events = events;
        this.json = json;
        this.transaction = transaction;
    }

    /** The stages by the unit whose messages each takes: that they are the unit's own, the broker has made sure of. */
    public Map<String, Stage> stages() {
        var stages = new TreeMap<String, Stage>();
        queues.acting().forEach(unit -> stages.put(unit, delivery -> run(unit, delivery)));
        return stages;
    }

    private List<Hop> run(String unit, Delivery delivery) {
        try {
            var received = reader.read(delivery.body());
            return List.of(hop(unit, received.id(), answer(unit, received)));
        } catch (UnreadableAction e) {
            var id = e.id().or(delivery::messageId).orElse("");
            return List.of(hop(unit, id, event(unit, id, Problems.unreadable(e))), deadLetter(unit, id, delivery));
        }
    }

    private String answer(String unit, ReceivedAction received) {
        var known = ledger.find(unit, received.id());
        if (known.isEmpty()) {
            return taken(unit, received);
        }
        return known.filter(entry -> entry.digest().equals(received.digest()))
                .map(ActionLedger.Entry::outcome)
                .orElseGet(() -> event(
                        unit,
                        received.id() + received.digest(),
                        Problems.refused(
                                received, HttpStatus.CONFLICT, "another message had the same id before", null)));
    }

    private String taken(String unit, ReceivedAction received) {
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> kept(unit, received, desk.take(unit, received))));
        } catch (ImpossibleStep e) {
            return kept(unit, received, Problems.impossible(received, e));
        }
    }

    private String kept(String unit, ReceivedAction received, ActionOutcome outcome) {
        var event = event(unit, received.id(), outcome);
        ledger.add(unit, received, event);
        return event;
    }

    /** The same message gets the same event under the same id. */
    private String event(String unit, String id, ActionOutcome outcome) {
        var type = outcome instanceof Accepted ? ActionOutcome.ACCEPTED : ActionOutcome.REFUSED;
        return json.write(events.outcome(UUID.nameUUIDFromBytes((unit + " " + id).getBytes(UTF_8)), type, outcome));
    }

    private static Hop hop(String unit, String id, String event) {
        var headers = Map.of("contentType", CloudEvent.MEDIA_TYPE, "JMSCorrelationID", id);
        return new Hop(Queues.outcomes(unit), Payload.of(event, UTF_8), headers);
    }

    private static Hop deadLetter(String unit, String id, Delivery delivery) {
        var headers = new HashMap<String, String>();
        headers.put(DeadLetters.QUEUE, Queues.actions(unit));
        headers.put(DeadLetters.SUBJECT, id);
        headers.put(DeadLetters.REASON, "no action that the hub can read");
        return new Hop(Queues.DEAD, delivery.body(), headers);
    }
}
