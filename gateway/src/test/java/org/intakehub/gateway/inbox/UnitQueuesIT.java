package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Units at the hub's broker with clients that are not ours: Qpid JMS for AMQP 1.0, Paho for MQTT 5, a bare socket for STOMP. */
class UnitQueuesIT extends RunningHub {
    private static final String WATER = "gongshui";
    private static final String WATER_PASSWORD = "password of the water company";
    private static final String GAS = "ranqi";
    private static final String GAS_PASSWORD = "password of the gas company";
    private static final String POWER = "gongdian";
    private static final String POWER_PASSWORD = "password of the electricity company";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_MILLIS = 20_000;

    @Autowired
    WorkOrders orders;

    @Autowired
    SavedOutbox outbox;

    @Autowired
    TransactionTemplate transaction;

    /** A case whose order goes to the unit's queue; gives the work order. */
    private UUID dispatched(String unit) {
        var id = samples.add("路灯不亮已经一周", "东风路 12 号门口的路灯已经一周不亮。");
        samples.workOrder(id, unit, "LEAD");
        transaction.executeWithoutResult(status -> orders.events(id).forEach(outbox::add));
        return jdbc.sql("select id from work_order where case_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private static Connection amqp(String unit, String password) throws JMSException {
        var connection = new JmsConnectionFactory(unit, password, "amqp://127.0.0.1:" + BROKER).createConnection();
        connection.start();
        return connection;
    }

    private static String text(Message message) throws JMSException {
        if (message instanceof TextMessage words) {
            return words.getText();
        }
        var bytes = (BytesMessage) message;
        var body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return new String(body, UTF_8);
    }

    /** Passes over what other tests left on the queue. */
    private static JsonNode eventOf(MessageConsumer queue, String pointer, String value) throws JMSException {
        while (true) {
            var message = Objects.requireNonNull(queue.receive(PATIENCE_MILLIS), "nothing came of " + value);
            var event = JSON.readTree(text(message));
            if (event.at(pointer).asString("").equals(value)) {
                return event;
            }
        }
    }

    private static String action(String id, String type, UUID order, int revision, String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/water\",\"type\":\"org.intakehub.action."
                + type + "\",\"data\":{\"workOrder\":\"" + order + "\",\"revision\":" + revision
                + ",\"person\":\"王建国\"" + more + "}}";
    }

    private String state(UUID order) {
        return jdbc.sql("select state from work_order where id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    /** The water company's system: reads its outcomes and sends actions. */
    private static final class WaterCompany implements AutoCloseable {
        private final Connection connection;
        private final Session session;
        private final MessageConsumer outcomes;

        WaterCompany() throws JMSException {
            connection = amqp(WATER, WATER_PASSWORD);
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            outcomes = session.createConsumer(session.createQueue("workorders.gongshui.outcomes"));
        }

        void send(String text) throws JMSException {
            session.createProducer(session.createQueue("workorders.gongshui.actions"))
                    .send(session.createTextMessage(text));
        }

        JsonNode does(String id, String type, UUID order, int revision, String more) throws JMSException {
            send(action(id, type, order, revision, more));
            return eventOf(outcomes, "/data/action", id);
        }

        @Override
        public void close() throws JMSException {
            connection.close();
        }
    }

    @Test
    void aUnitTakesItsWorkOrderByAmqpAndWorksItOff() throws JMSException {
        var order = dispatched(WATER);
        try (var water = new WaterCompany()) {
            var queue = water.session.createConsumer(water.session.createQueue("workorders.gongshui"));
            var event = eventOf(queue, "/data/id", order.toString());
            assertThat(event.path("type").asString()).isEqualTo("org.intakehub.workorder.dispatched");
            assertThat(event.at("/data/title").asString()).isEqualTo("路灯不亮已经一周");
            var revision = event.at("/data/revision").asInt();

            var signed = water.does("a-1", "sign", order, revision, "");
            assertThat(signed.path("type").asString()).isEqualTo("org.intakehub.action.accepted");
            assertThat(signed.at("/data/state").asString()).isEqualTo("SIGNED");

            var next = water.does(
                    "a-2",
                    "first-contact",
                    order,
                    signed.at("/data/revision").asInt(),
                    ",\"reached\":true,\"reason\":\"已与诉求人通话\"");
            assertThat(next.at("/data/state").asString()).isEqualTo("CONTACTED");
            next = water.does(
                    "a-3", "departure", order, next.at("/data/revision").asInt(), "");
            next = water.does(
                    "a-4", "arrival", order, next.at("/data/revision").asInt(), ",\"position\":\"117.1,31.2\"");
            next = water.does(
                    "a-5", "extension", order, next.at("/data/revision").asInt(), ",\"days\":3,\"reason\":\"需要更换主管\"");
            assertThat(next.at("/data/request").asString()).isNotEmpty();
            next = water.does(
                    "a-6",
                    "result",
                    order,
                    next.at("/data/revision").asInt(),
                    ",\"outcome\":\"SOLVED\",\"facts\":\"已更换\",\"answer\":\"已修复\"");
            assertThat(next.at("/data/state").asString()).isEqualTo("SUBMITTED");
        }
        assertThat(state(order)).isEqualTo("SUBMITTED");
        assertThat(jdbc.sql("select distinct detail ->> 'person' from history where actor = 'queue:gongshui'")
                        .query(String.class)
                        .list())
                .containsExactly("王建国");
    }

    @Test
    void theSameMessageAgainDoesNothingAndGetsTheSameAnswer() throws JMSException {
        var order = dispatched(WATER);
        try (var water = new WaterCompany()) {
            var first = water.does("again", "sign", order, 1, "");
            var second = water.does("again", "sign", order, 1, "");
            assertThat(second).isEqualTo(first);
            var third = water.does("again", "departure", order, 2, "");
            assertThat(third.at("/data/problem/status").asInt()).isEqualTo(409);
        }
        assertThat(jdbc.sql("select count(*) from history where kind = 'ORDER_SIGNED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(state(order)).isEqualTo("SIGNED");
    }

    @Test
    void whatTheRulesRefuseIsAnsweredWithTheirReason() throws JMSException {
        var order = dispatched(WATER);
        var others = dispatched(GAS);
        try (var water = new WaterCompany()) {
            var stale = water.does("stale", "sign", order, 7, "");
            assertThat(stale.path("type").asString()).isEqualTo("org.intakehub.action.refused");
            assertThat(stale.at("/data/problem/status").asInt()).isEqualTo(409);
            assertThat(stale.at("/data/problem/obstacle").asString()).isEqualTo("STALE");
            assertThat(water.does("nameless", "return", order, 1, ",\"reason\":\" \"")
                            .at("/data/problem/obstacle")
                            .asString())
                    .isEqualTo("INCOMPLETE");
            assertThat(water.does("not-mine", "sign", others, 1, "")
                            .at("/data/problem/status")
                            .asInt())
                    .isEqualTo(404);
        }
        assertThat(state(order)).isEqualTo("DISPATCHED");
        assertThat(state(others)).isEqualTo("DISPATCHED");
    }

    @Test
    void whatCannotBeReadIsRefusedAndPutBeforeAPerson() throws JMSException {
        try (var water = new WaterCompany()) {
            water.send("周晓雨 13900001234");
            var refused = eventOf(water.outcomes, "/data/problem/detail", "the message is not JSON");
            assertThat(refused.at("/data/problem/status").asInt()).isEqualTo(400);
            water.send("{\"specversion\":\"1.0\",\"id\":\"b-1\",\"type\":\"org.intakehub.action.sign\",\"data\":{}}");
            assertThat(eventOf(water.outcomes, "/data/action", "b-1")
                            .at("/data/problem/detail")
                            .asString())
                    .isEqualTo("data lacks workOrder");
        }
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("select count(*) from dead_letter where queue = 'workorders.gongshui.actions'")
                                        .query(Integer.class)
                                        .single())
                        .isEqualTo(2));
    }

    @Test
    void aJavaObjectIsNotBroughtToLife() throws JMSException {
        try (var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + BROKER);
                var connection = factory.createConnection(WATER, WATER_PASSWORD);
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var water = new WaterCompany()) {
            session.createProducer(session.createQueue("workorders.gongshui.actions"))
                    .send(session.createObjectMessage(new ArrayList<>()));
            var refused = eventOf(water.outcomes, "/type", "org.intakehub.action.refused");
            assertThat(refused.at("/data/problem/status").asInt()).isEqualTo(400);
        }
    }

    @Test
    void aUnitReadsAndWritesNothingThatIsAnothers() throws JMSException {
        dispatched(GAS);
        try (var connection = amqp(WATER, WATER_PASSWORD)) {
            for (var queue : new String[] {
                "workorders.ranqi",
                "workorders.ranqi.outcomes",
                "workorders.gongshui.actions",
                "intake.received",
                "new.queue"
            }) {
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)))
                        .as(queue)
                        .isInstanceOf(JMSSecurityException.class);
            }
            for (var queue : new String[] {
                "workorders.ranqi.actions", "workorders.gongshui", "intake.received", "intake.dispatch", "new.queue"
            }) {
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                assertThatThrownBy(() -> session.createProducer(session.createQueue(queue))
                                .send(session.createTextMessage("forged")))
                        .as(queue)
                        .isInstanceOf(JMSException.class);
            }
        }
        assertThatThrownBy(() -> amqp(WATER, GAS_PASSWORD)).isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> amqp("departments", "")).isInstanceOf(JMSException.class);
    }

    @Test
    void aUnitTakesItsWorkOrderByMqttAndSignsForIt() throws Exception {
        var order = dispatched(GAS);
        try (var gas = new MqttUnit(BROKER, GAS, GAS_PASSWORD)) {
            gas.subscribe("workorders/ranqi");
            gas.subscribe("workorders/ranqi/outcomes");
            awaited(gas, "/data/id", order.toString());
            gas.send("workorders/ranqi/actions", action("m-1", "sign", order, 1, ""));
            assertThat(awaited(gas, "/data/action", "m-1").at("/data/state").asString())
                    .isEqualTo("SIGNED");
        }
        assertThat(state(order)).isEqualTo("SIGNED");
        assertThatThrownBy(() -> new MqttUnit(BROKER, GAS, "guessed")).isInstanceOf(MqttException.class);
    }

    @Test
    void aRefusedMqttClientLeavesTheQueueOfTheOtherAsItIs() throws Exception {
        var order = dispatched(WATER);
        for (var topic : new String[] {"workorders/gongshui", "#", "$share/all/workorders/gongshui", "intake/dead"}) {
            try (var gas = new MqttUnit(BROKER, GAS, GAS_PASSWORD)) {
                assertThatThrownBy(() -> gas.subscribe(topic)).as(topic).isInstanceOf(MqttException.class);
            }
        }
        try (var gas = new MqttUnit(BROKER, GAS, GAS_PASSWORD)) {
            assertThatThrownBy(() -> gas.send("workorders/gongshui/actions", action("f-1", "sign", order, 1, "")))
                    .isInstanceOf(MqttException.class);
        }
        try (var water = new WaterCompany()) {
            var queue = water.session.createConsumer(water.session.createQueue("workorders.gongshui"));
            assertThat(eventOf(queue, "/data/id", order.toString()).path("type").asString())
                    .isEqualTo("org.intakehub.workorder.dispatched");
        }
        assertThat(state(order)).isEqualTo("DISPATCHED");
    }

    private static JsonNode awaited(MqttUnit unit, String pointer, String value) throws InterruptedException {
        while (true) {
            var event = JSON.readTree(unit.next());
            if (event.at(pointer).asString("").equals(value)) {
                return event;
            }
        }
    }

    @Test
    void aUnitTakesItsWorkOrderByStompAndSignsForIt() throws IOException, JMSException {
        var order = dispatched(POWER);
        try (var power = new StompUnit(BROKER)) {
            assertThat(power.ask(
                                    "CONNECT",
                                    Map.of(
                                            "accept-version",
                                            "1.2",
                                            "host",
                                            "hub",
                                            "login",
                                            POWER,
                                            "passcode",
                                            POWER_PASSWORD),
                                    "")
                            .command())
                    .isEqualTo("CONNECTED");
            power.send("SUBSCRIBE", Map.of("id", "1", "destination", "workorders.gongdian", "ack", "auto"), "");
            var frame = power.next();
            while (!frame.body().contains(order.toString())) {
                frame = power.next();
            }
            assertThat(frame.headers()).containsEntry("subscription", "1");
            power.send("SUBSCRIBE", Map.of("id", "2", "destination", "workorders.gongdian.outcomes"), "");
            power.send(
                    "SEND",
                    Map.of("destination", "workorders.gongdian.actions", "persistent", "true"),
                    action("s-1", "sign", order, 1, ""));
            frame = power.next();
            while (!frame.body().contains("\"s-1\"")) {
                frame = power.next();
            }
            assertThat(frame.body()).contains("org.intakehub.action.accepted", "SIGNED");
        }
        assertThat(state(order)).isEqualTo("SIGNED");
        var others = dispatched(WATER);
        try (var power = new StompUnit(BROKER)) {
            power.ask(
                    "CONNECT",
                    Map.of("accept-version", "1.2", "host", "hub", "login", POWER, "passcode", POWER_PASSWORD),
                    "");
            assertThat(power.ask("SUBSCRIBE", Map.of("id", "1", "destination", "workorders.gongshui"), "")
                            .command())
                    .isEqualTo("ERROR");
        }
        try (var water = new WaterCompany()) {
            var queue = water.session.createConsumer(water.session.createQueue("workorders.gongshui"));
            eventOf(queue, "/data/id", others.toString());
        }
        try (var forger = new StompUnit(BROKER)) {
            assertThat(forger.ask(
                                    "CONNECT",
                                    Map.of(
                                            "accept-version",
                                            "1.2",
                                            "host",
                                            "hub",
                                            "login",
                                            POWER,
                                            "passcode",
                                            "guessed"),
                                    "")
                            .command())
                    .isEqualTo("ERROR");
        }
    }
}
