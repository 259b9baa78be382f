package org.intakehub.gateway.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.intakehub.core.channel.Secret;
import org.intakehub.gateway.platform.HubSettings.BrokerSettings;
import org.intakehub.routes.stage.Queues;

/** How units come to the embedded broker, and what each may do there: read what the hub sent it, send to its own address, and nothing else. */
final class BrokerDoor {
    private static final String HUB = "hub";
    private static final String DEPARTMENT = "department";
    private static final int USUAL_PORT = 61616;
    private static final int MOST_CONNECTIONS = 500;
    /** What a unit may leave before the hub has taken it; then its sends are refused. */
    private static final long MOST_ACTIONS = 10_000;

    private static final long MOST_ACTION_BYTES = 32L << 20;

    private final BrokerSettings settings;
    private final Map<String, Secret> units;

    BrokerDoor(BrokerSettings settings, Map<String, Secret> units) {
        if (units.containsKey(EmbeddedBroker.USER) || units.containsKey(settings.user())) {
            throw new IllegalArgumentException("a unit has the login of the hub or of all departments");
        }
        this.settings = settings;
        this.units = units;
    }

    /** Opens the port, if somebody can log in, and says who may do what. */
    void open(Configuration configuration) {
        if (isOpen()) {
            configuration.addAcceptorConfiguration(acceptor());
        }
        configuration.setIncomingInterceptorClassNames(List.of(MqttTopics.class.getName()));
        // A subscription to a pattern would be checked as a pattern and then get what its parts keep apart.
        configuration.setWildCardConfiguration(new WildcardConfiguration().setRoutingEnabled(false));
        configuration.putSecurityRoles("#", Set.of(hub()));
        configuration.putSecurityRoles(Queues.workOrders("#"), Set.of(hub(), department()));
        configuration.putSecurityRoles(Queues.actions("*"), Set.of(hub()));
        configuration.putSecurityRoles(Queues.outcomes("*"), Set.of(hub()));
        configuration.addAddressSetting(
                Queues.actions("*"),
                new AddressSettings()
                        .setMaxSizeMessages(MOST_ACTIONS)
                        .setMaxSizeBytes(MOST_ACTION_BYTES)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL));
        units.keySet().forEach(unit -> {
            allow(configuration, Queues.workOrders(unit), reader(unit), department());
            allow(configuration, Queues.actions(unit), sender(unit));
            allow(configuration, Queues.outcomes(unit), reader(unit));
        });
    }

    private boolean isOpen() {
        return settings.port() != 0 || !units.isEmpty();
    }

    private TransportConfiguration acceptor() {
        var parameters = new HashMap<String, Object>();
        parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, settings.port() == 0 ? USUAL_PORT : settings.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP,STOMP,MQTT");
        parameters.put(TransportConstants.CONNECTIONS_ALLOWED, MOST_CONNECTIONS);
        Optional.ofNullable(settings.keyStore()).map(Path::toString).ifPresent(path -> {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, path);
            parameters.put(
                    TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                    settings.keyStorePassword().value());
        });
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, "departments");
    }

    /** The address is made beforehand, for whoever uses it may not make it. */
    private static void allow(Configuration configuration, String address, Role... roles) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(address)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(address).setRoutingType(RoutingType.ANYCAST)));
        var all = new HashSet<>(List.of(roles));
        all.add(hub());
        configuration.putSecurityRoles(address, all);
    }

    private static Role hub() {
        return new Role(HUB, true, true, true, true, true, true, true, true, true, true, true, true);
    }

    /** The login of all departments may also wait for a queue that nothing was sent to yet. */
    private static Role department() {
        return new Role(DEPARTMENT, false, true, true, false, false, false, false, true, true, false, false, false);
    }

    private static Role reader(String unit) {
        return new Role(role(unit), false, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static Role sender(String unit) {
        return new Role(role(unit), true, false, false, false, false, false, false, false, false, false, false, false);
    }

    private static String role(String unit) {
        return "unit-" + unit;
    }

    /** @param password the hub's own */
    ActiveMQJAASSecurityManager logins(String password) {
        var users = new SecurityConfiguration();
        users.addUser(EmbeddedBroker.USER, password);
        users.addRole(EmbeddedBroker.USER, HUB);
        if (settings.hasCommonLogin()) {
            users.addUser(settings.user(), settings.password().value());
            users.addRole(settings.user(), DEPARTMENT);
        }
        units.forEach((unit, own) -> {
            users.addUser(unit, own.value());
            users.addRole(unit, role(unit));
        });
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }
}
