package org.intakehub.gateway.road;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.intakehub.gateway.platform.Migration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the road behind the door once application and database are ready: the stages, the outbox, the pollers. */
@Component
class RoadOpening {
    private static final Logger LOG = LoggerFactory.getLogger(RoadOpening.class);

    private final CamelContext camel;
    private final Pollers pollers;
    private final ActionRoutes actions;
    private final Migration migration;
    private final AtomicBoolean open = new AtomicBoolean();

    RoadOpening(CamelContext camel, Pollers pollers, ActionRoutes actions, Migration migration) {
        this.camel = camel;
        this.pollers = pollers;
        this.actions = actions;
        this.migration = migration;
    }

    @EventListener({ApplicationReadyEvent.class, Migration.SchemaReady.class})
    void open() throws Exception {
        if (!migration.isDone() || !open.compareAndSet(false, true)) {
            return;
        }
        for (var route : pollers.routes()) {
            camel.addRoutes(route);
        }
        for (var route : actions.routes()) {
            camel.addRoutes(route);
        }
        for (Route route : camel.getRoutes()) {
            camel.getRouteController().startRoute(route.getRouteId());
        }
        LOG.info("the road is open: {} routes", camel.getRoutes().size());
    }
}
