package org.intakehub.acceptance;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The broker that the hub embeds, with the port on which departments fetch their work orders; it comes and goes with the hub. */
record InnerBroker(int port, String password) implements Broker {
    private static final String USER = "departments";

    InnerBroker() {
        this(Work.freePort(), UUID.randomUUID().toString());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("intake.broker.port", Integer.toString(port), "intake.broker.password", password);
    }

    @Override
    public ConnectionFactory departments() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port, USER, password);
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
