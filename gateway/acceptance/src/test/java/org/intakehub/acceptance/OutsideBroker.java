package org.intakehub.acceptance;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A standalone Artemis broker of the distribution, as {@code deploy/external} sets it up. */
record OutsideBroker(Script script) implements Broker {
    private static final List<String> SETTINGS =
            List.of("spring.artemis.broker-url", "spring.artemis.user", "spring.artemis.password");

    OutsideBroker(Path city) {
        this(Script.below(city));
    }

    @Override
    public Map<String, String> settings() {
        var written = script.settings();
        return SETTINGS.stream().collect(Collectors.toMap(name -> name, written::getProperty));
    }

    @Override
    public ConnectionFactory departments() {
        var settings = script.settings();
        return new ActiveMQConnectionFactory(
                settings.getProperty("spring.artemis.broker-url"),
                settings.getProperty("intake.broker.user"),
                settings.getProperty("intake.broker.password"));
    }

    @Override
    public void start() {
        script.run("start", "broker");
    }

    @Override
    public void stop() {
        script.run("stop", "broker");
    }
}
