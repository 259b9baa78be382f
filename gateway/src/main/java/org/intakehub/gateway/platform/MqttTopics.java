package org.intakehub.gateway.platform;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.intakehub.routes.stage.Queues;

/**
 * Hangs up on an MQTT client that names another topic than those of its unit, before the broker looks at it: Artemis deletes the queue that
 * a subscription was refused to, with all that waits there.
 */
public final class MqttTopics implements MQTTInterceptor {
    private final Map<Object, String> units = new ConcurrentHashMap<>();

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        var isAllowed = true;
        if (packet instanceof MqttConnectMessage connect) {
            isAllowed = !connect.variableHeader().isWillFlag();
            remember(connect, connection);
        } else if (packet instanceof MqttSubscribeMessage subscribe) {
            var own = Set.of(topic(Queues.workOrders(unit(connection))), topic(Queues.outcomes(unit(connection))));
            isAllowed = subscribe.payload().topicSubscriptions().stream()
                    .allMatch(subscription -> own.contains(subscription.topicFilter()));
        } else if (packet instanceof MqttPublishMessage publish) {
            isAllowed = topic(Queues.actions(unit(connection)))
                    .equals(publish.variableHeader().topicName());
        }
        if (!isAllowed) {
            connection.disconnect(false);
        }
        return isAllowed;
    }

    /** The first name that a connection gives is the one that its password is checked for. */
    private void remember(MqttConnectMessage connect, RemotingConnection connection) {
        var name = Optional.ofNullable(connect.payload().userName()).orElse("");
        if (units.putIfAbsent(connection.getID(), name) == null) {
            connection.addCloseListener(() -> units.remove(connection.getID()));
        }
    }

    private String unit(RemotingConnection connection) {
        return units.getOrDefault(connection.getID(), "");
    }

    private static String topic(String address) {
        return address.replace('.', '/');
    }
}
