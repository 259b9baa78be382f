package org.intakehub.routes.stage;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.springframework.jms.connection.CachingConnectionFactory;

/** A broker in memory with the hub's way of redelivering, only faster, and a road on it. */
final class LiveBroker {
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final CamelContext camel = new DefaultCamelContext();
    private final CachingConnectionFactory connections;

    LiveBroker() throws Exception {
        var url = "vm://" + NUMBERS.incrementAndGet();
        var settings = new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(20)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(400)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("vm", url)
                .addAddressSetting("#", settings));
        server.start();
        connections = new CachingConnectionFactory(new ActiveMQConnectionFactory(url));
        connections.setCacheConsumers(false);
        var jms = JmsComponent.jmsComponentAutoAcknowledge(connections);
        camel.addComponent("jms", jms);
        camel.start();
    }

    /** Starts a stage of this name on the queue {@code test.in}. */
    void run(String name, Stage stage) throws Exception {
        camel.addRoutes(new StageRoute(
                name, "test.in", 1, stage, fault -> fault instanceof RemoteUnavailable, new Precedence(), meters));
        camel.getRouteController().startRoute(name);
    }

    void send(String body, Map<String, String> headers) {
        journal().send(new Hop("test.in", Payload.of(body, StandardCharsets.UTF_8), headers));
    }

    Journal journal() {
        return new Journal(camel.createProducerTemplate(), (source, deliveryId) -> "receipt-" + deliveryId);
    }

    /** The queue takes no more messages. */
    void fill(String queue) {
        server.getActiveMQServer()
                .getAddressSettingsRepository()
                .addMatch(
                        queue,
                        new AddressSettings()
                                .setMaxSizeBytes(1)
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL));
        // One over the limit is still taken.
        journal().send(Hop.of(queue, "full"));
    }

    /** The next message of a queue; empty if none comes in time. */
    Optional<Hop> receive(String queue, Duration within) throws JMSException {
        try (var connection = connections.createConnection();
                var session = connection.createSession();
                var consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            var message = (BytesMessage) consumer.receive(within.toMillis());
            if (message == null) {
                return Optional.empty();
            }
            var body = new byte[(int) message.getBodyLength()];
            message.readBytes(body);
            var headers = new TreeMap<String, String>();
            for (var names = message.getPropertyNames(); names.hasMoreElements(); ) {
                var name = (String) names.nextElement();
                if (!name.startsWith("JMSX")) {
                    headers.put(name, message.getStringProperty(name));
                }
            }
            return Optional.of(new Hop(queue, Payload.of(body), headers));
        }
    }

    void close() throws Exception {
        camel.stop();
        connections.destroy();
        server.stop();
    }
}
