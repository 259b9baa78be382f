package org.intakehub.deploy.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.intakehub.core.channel.Payload;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.Wire;
import org.intakehub.gateway.platform.EmbeddedBroker;
import org.intakehub.simulators.Push;
import org.intakehub.simulators.Signing;

/** The four that are compared: each makes a sender's own work over the same body. */
final class Contestants {
    private static final String PATH = "/channels/partner/webhook";

    private Contestants() {}

    /** A durable message to a broker in this process, which has returned when it is on disk. */
    static Callable<Crowd.Work> broker(String password, byte[] body) throws JMSException {
        var factory = new ActiveMQConnectionFactory(EmbeddedBroker.URL, EmbeddedBroker.USER, password);
        var connection = factory.createConnection();
        return () -> {
            var session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            var producer = session.createProducer(session.createQueue("load.probe"));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            return () -> {
                var message = session.createBytesMessage();
                message.writeBytes(body);
                producer.send(message);
            };
        };
    }

    /** A pool as large as the hub's, to the hub's own server. */
    static HikariDataSource pool(HubDatabase database) throws SQLException {
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.url());
        settings.setUsername("postgres");
        settings.setPassword(database.password());
        settings.setMaximumPoolSize(24);
        var pool = new HikariDataSource(settings);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists load_probe (id uuid primary key, body bytea not null)");
        }
        return pool;
    }

    /** A row, committed. */
    static Callable<Crowd.Work> database(DataSource pool, byte[] body) {
        return () -> () -> {
            try (Connection connection = pool.getConnection();
                    var insert = connection.prepareStatement("insert into load_probe values (?, ?)")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, body);
                insert.executeUpdate();
            }
        };
    }

    /** A signed call with an id of its own, to its 202. */
    static Callable<Crowd.Work> http(int port, Signing signing, Push push) {
        return () -> {
            var wire = new Wire(port);
            return new Crowd.Work() {
                @Override
                public void once() throws Exception {
                    var next = new Push(UUID.randomUUID().toString(), push.headers(), push.body());
                    var reply = wire.send(Wire.call(PATH, next, signing));
                    if (reply.status() != 202) {
                        throw new IllegalStateException("answered with status " + reply.status());
                    }
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }

    /** A call of about a kilobyte. */
    static Push kilobyte(Push push) {
        var text = push.body().text(UTF_8);
        var missing = Math.max(0, 1024 - push.body().size() - ",\"note\":\"\"".length());
        var filled = text.substring(0, text.length() - 1) + ",\"note\":\"" + "n".repeat(missing) + "\"}";
        return new Push(push.id(), push.headers(), Payload.of(filled, UTF_8));
    }
}
