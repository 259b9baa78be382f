package org.intakehub.gateway.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.intakehub.gateway.platform.HubSettings.BrokerSettings;
import org.intakehub.routes.stage.Queues;

/** The intake journal: an Artemis broker inside this process, its files in the data directory. */
public final class EmbeddedBroker implements AutoCloseable {
    public static final String URL = "vm://0";
    public static final String USER = "hub";

    private static final List<String> INNER = List.of(
            Queues.RECEIVED,
            Queues.CLASSIFY,
            Queues.DISPATCH,
            Queues.REPLY,
            Queues.REQUEST,
            Queues.LETTER,
            Queues.FETCH,
            Queues.REFUSED,
            Queues.DEAD);
    private static final int WRITE_BUFFER_NANOS = 200_000;
    private static final long MEMORY_BYTES = 64L << 20;
    /** Of each unit in memory; the others wait on disk until the unit fetches them. */
    private static final long HELD_WORK_ORDERS = 200;

    private static final long ACTIVATION_SECONDS = 30;

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    static EmbeddedBroker start(DataDirectory data, BrokerSettings settings, UnitQueues units, String password) {
        return start(data.resolve("broker"), new BrokerDoor(settings, units.passwords()), password);
    }

    /**
     * Starts a broker that no unit has a name of its own at, and waits until it takes messages.
     *
     * @throws IllegalStateException if it is not ready in half a minute: without a journal the hub must not accept
     */
    public static EmbeddedBroker start(Path directory, BrokerSettings settings, String password) {
        return start(directory, new BrokerDoor(settings, Map.of()), password);
    }

    private static EmbeddedBroker start(Path directory, BrokerDoor door, String password) {
        try {
            var server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration(directory, door));
            server.setSecurityManager(door.logins(password));
            server.start();
            if (!server.getActiveMQServer().waitForActivation(ACTIVATION_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the embedded broker is not ready: is its directory used by another process?");
            }
            return new EmbeddedBroker(server);
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker does not start in the data directory", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker does not stop", e);
        }
    }

    private static Configuration configuration(Path directory, BrokerDoor door) throws Exception {
        var configuration = new ConfigurationImpl()
                .setName("intake-hub")
                .setPersistenceEnabled(true)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(WRITE_BUFFER_NANOS)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setGlobalMaxSize(MEMORY_BYTES)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .addAcceptorConfiguration("vm", URL)
                .addAddressSetting("#", addressSettings())
                .addAddressSetting(Queues.workOrders("#"), new AddressSettings().setMaxSizeMessages(HELD_WORK_ORDERS));
        for (var queue : INNER) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        door.open(configuration);
        return configuration;
    }

    /** Tries without end, later and later: which messages are poison the stages decide, not the broker. */
    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(Duration.ofSeconds(1).toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(Duration.ofSeconds(20).toMillis())
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setDeadLetterAddress(SimpleString.of(Queues.DEAD))
                .setExpiryAddress(SimpleString.of(Queues.DEAD))
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }
}
