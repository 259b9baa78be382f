package org.intakehub.gateway.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells of endpoints that are not called any more; the hub as a whole stays up. */
@Component("webhooks")
class WebhookHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookHealth.class);
    private static final Status WARNING = new Status("WARNING");

    private final UnitWebhooks webhooks;
    private final EndpointBoard board;
    private volatile List<String> disabled = List.of();

    WebhookHealth(UnitWebhooks webhooks, EndpointBoard board, MeterRegistry meters) {
        this.webhooks = webhooks;
        this.board = board;
        for (var unit : webhooks.units()) {
            Gauge.builder("intake.webhook.disabled", this, health -> health.disabled.contains(unit) ? 1 : 0)
                    .tag("unit", unit)
                    .description("1 while the unit's webhook is not called")
                    .register(meters);
        }
    }

    @Scheduled(fixedDelay = 10_000)
    void look() {
        if (webhooks.units().isEmpty()) {
            return;
        }
        try {
            disabled = board.list().stream()
                    .filter(ListedEndpoint::isDisabled)
                    .map(ListedEndpoint::unit)
                    .toList();
        } catch (DataAccessException e) {
            LOG.debug("webhooks are looked at later: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public Health health() {
        return disabled.isEmpty()
                ? Health.up().build()
                : Health.status(WARNING).withDetail("disabled", disabled).build();
    }
}
