package org.intakehub.gateway.platform;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the journal takes connections: without it nothing can be accepted. */
@Component("broker")
class BrokerHealth implements HealthIndicator {
    private final ConnectionFactory connections;

    BrokerHealth(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        try (var connection = connections.createConnection()) {
            connection.createSession().close();
            return Health.up().build();
        } catch (JMSException e) {
            return Health.down()
                    .withDetail("reason", e.getClass().getSimpleName())
                    .build();
        }
    }
}
