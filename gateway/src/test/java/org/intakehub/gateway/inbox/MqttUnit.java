package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A unit that speaks MQTT 5 by the Paho client. */
final class MqttUnit implements AutoCloseable, MqttCallback {
    private static final long PATIENCE_MILLIS = 20_000;

    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private final MqttClient client;

    MqttUnit(int port, String unit, String password) throws MqttException {
        client = new MqttClient("tcp://127.0.0.1:" + port, unit + "-system", new MemoryPersistence());
        client.setTimeToWait(PATIENCE_MILLIS);
        client.setCallback(this);
        var options = new MqttConnectionOptions();
        options.setUserName(unit);
        options.setPassword(password.getBytes(UTF_8));
        client.connect(options);
    }

    void subscribe(String topic) throws MqttException {
        client.subscribe(topic, 1);
    }

    void send(String topic, String text) throws MqttException {
        client.publish(topic, text.getBytes(UTF_8), 1, false);
    }

    String next() throws InterruptedException {
        return Objects.requireNonNull(came.poll(PATIENCE_MILLIS, MILLISECONDS), "nothing came");
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        came.add(new String(message.getPayload(), UTF_8));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String address) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close();
    }
}
