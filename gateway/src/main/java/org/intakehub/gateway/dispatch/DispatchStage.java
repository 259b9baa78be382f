package org.intakehub.gateway.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.dispatch.Assignment;
import org.intakehub.core.dispatch.Role;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.history.History;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stage dispatch: the units of the rule table get their work orders; a matter that nobody leads goes back to triage. */
@Component
public class DispatchStage implements Stage {
    private final CityRules rules;
    private final DispatchedCases cases;
    private final WorkOrders orders;
    private final History history;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    DispatchStage(
            CityRules rules,
            DispatchedCases cases,
            WorkOrders orders,
            History history,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.rules = rules;
        this.cases = cases;
        this.orders = orders;
        this.history = history;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var id = UUID.fromString(delivery.id());
        return Objects.requireNonNull(transaction.execute(status -> dispatch(id)));
    }

    private List<Hop> dispatch(UUID id) {
        var open = cases.lock(id).orElseThrow();
        if (open.state() == CaseState.CLASSIFIED) {
            var assignments = rules.dispatch().assign(open.classification());
            if (assignments.stream().noneMatch(assignment -> assignment.role() == Role.LEAD)) {
                cases.toTriage(id, open.state());
                history.append(id, History.HUB, History.Event.SENT_TO_TRIAGE, Map.of("why", "no unit leads"));
                return List.of();
            }
            order(id, open, assignments);
        }
        return open.state() == CaseState.CLASSIFIED || open.state() == CaseState.DISPATCHED
                ? orders.events(id)
                : List.of();
    }

    private void order(UUID id, DispatchedCases.Open open, List<Assignment> assignments) {
        var now = clock.instant();
        var units = assignments.stream()
                .map(assignment -> assignment.unit().code().value() + ":" + assignment.role())
                .toList();
        cases.dispatched(
                id,
                open,
                assignments,
                now,
                history.parameters(id, History.HUB, History.Event.DISPATCHED, Map.of("units", units)));
        meters.timer("intake.dispatch.delay").record(Duration.between(open.acceptedAt(), now));
    }
}
