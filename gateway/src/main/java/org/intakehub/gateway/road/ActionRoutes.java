package org.intakehub.gateway.road;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.intakehub.gateway.action.UnitActions;
import org.intakehub.routes.stage.Faults;
import org.intakehub.routes.stage.Precedence;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.StageRoute;
import org.springframework.stereotype.Component;

/** A route for each unit that acts by message; a unit's messages are taken one after the other. */
@Component
class ActionRoutes {
    private final UnitActions actions;
    private final Faults faults;
    private final Precedence precedence;
    private final MeterRegistry meters;

    ActionRoutes(UnitActions actions, Faults faults, Precedence precedence, MeterRegistry meters) {
        this.actions = actions;
        this.faults = faults;
        this.precedence = precedence;
        this.meters = meters;
    }

    List<RouteBuilder> routes() {
        return actions.stages().entrySet().stream()
                .<RouteBuilder>map(stage -> new StageRoute(
                        "actions-" + stage.getKey(),
                        Queues.actions(stage.getKey()),
                        1,
                        stage.getValue(),
                        faults,
                        precedence,
                        meters))
                .toList();
    }
}
