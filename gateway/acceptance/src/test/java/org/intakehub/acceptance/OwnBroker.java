package org.intakehub.acceptance;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/** An Artemis broker beside the hub, set up by {@code deploy/broker/broker.xml} as production's is. */
final class OwnBroker implements Broker {
    private static final String HUB = "hub";
    private static final String DEPARTMENTS = "departments";

    private final Path directory;
    private final int port = Work.freePort();
    private final String password = UUID.randomUUID().toString();
    private @Nullable EmbeddedActiveMQ server;

    OwnBroker(Path directory) {
        this.directory = directory;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "spring.artemis.broker-url", url(), "spring.artemis.user", HUB, "spring.artemis.password", password);
    }

    @Override
    public ConnectionFactory departments() {
        return new ActiveMQConnectionFactory(url(), DEPARTMENTS, password);
    }

    @Override
    public void start() {
        System.setProperty("intake.broker.port", Integer.toString(port));
        System.setProperty("intake.broker.data", directory.resolve("broker").toString());
        var users = new SecurityConfiguration();
        users.addUser(HUB, password);
        users.addRole(HUB, "hub");
        users.addUser(DEPARTMENTS, password);
        users.addRole(DEPARTMENTS, "department");
        try {
            var starting = new EmbeddedActiveMQ();
            starting.setConfigResourcePath(Work.deploy()
                    .resolve("broker")
                    .resolve("broker.xml")
                    .toUri()
                    .toString());
            starting.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
            starting.start();
            server = starting;
            if (!starting.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the broker is not ready");
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not start", e);
        }
    }

    @Override
    public void stop() {
        var running = server;
        server = null;
        if (running == null) {
            return;
        }
        try {
            running.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    private String url() {
        return "tcp://127.0.0.1:" + port;
    }
}
