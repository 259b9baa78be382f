package org.intakehub.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.citrusframework.TestActionRunner;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.MailTown;

/** A running hub with everybody who deals with it: partners, citizens who write mails, departments, an operator. */
final class City implements AutoCloseable {
    /** Size over which a letter is not read. */
    static final int MOST_MAIL_BYTES = 60_000;

    /** May send 8 KB at most. */
    final Partner narrow = Partner.named("narrow");
    /** May send three calls at once, and one a minute. */
    final Partner slow = Partner.named("slow");

    final Partner partner = Partner.named("partner");
    final MailTown town = MailTown.start(new Secret(UUID.randomUUID().toString()));
    final Database database;
    final Broker broker;
    final Hub hub;
    private final String key;

    private City(Path directory, Database database, Broker broker, Map<String, String> more) {
        this.database = database;
        this.broker = broker;
        var settings = new TreeMap<String, String>(more);
        settings.putAll(mailbox());
        settings.putAll(partner.settings());
        settings.putAll(narrow.settings());
        settings.put("intake.sources.narrow.limits.max-body", "8KB");
        settings.putAll(slow.settings());
        settings.put("intake.sources.slow.limits.burst", "3");
        settings.put("intake.sources.slow.limits.calls-per-minute", "1");
        database.start();
        broker.start();
        settings.putAll(database.settings());
        settings.putAll(broker.settings());
        hub = new Hub(directory, settings);
        hub.start();
        key = freshKey();
    }

    /** On what the hub embeds, or on what {@code deploy/external} starts if the build says so. */
    static City open(String name, Map<String, String> more) {
        var directory = Work.directory(name);
        return Work.isOutside()
                ? new City(directory, new OutsideDatabase(directory), new OutsideBroker(directory), more)
                : new City(directory, new InnerDatabase(Hub.data(directory)), new InnerBroker(), more);
    }

    /** On a database that can be stopped. */
    static City onDatabaseOfItsOwn(String name) {
        var directory = Work.directory(name);
        return Work.isOutside()
                ? new City(directory, new OutsideDatabase(directory), new OutsideBroker(directory), Map.of())
                : new City(directory, new OwnDatabase(directory), new InnerBroker(), Map.of());
    }

    /** On a broker that can be stopped. */
    static City onBrokerOfItsOwn(String name) {
        var directory = Work.directory(name);
        return Work.isOutside()
                ? new City(directory, new OutsideDatabase(directory), new OutsideBroker(directory), Map.of())
                : new City(directory, new InnerDatabase(Hub.data(directory)), new OwnBroker(directory), Map.of());
    }

    Scenario play(TestActionRunner steps) {
        return new Scenario(steps, hub, key);
    }

    /** Runs a statement with the operator's rights. */
    void sql(String statement) {
        try (var connection = database.connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused: " + statement, e);
        }
    }

    /** The first column of the first row. */
    String ask(String question) {
        try (var connection = database.connect();
                var asking = connection.createStatement();
                var row = asking.executeQuery(question)) {
            if (!row.next()) {
                throw new IllegalStateException("no row answers: " + question);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused: " + question, e);
        }
    }

    @Override
    public void close() {
        hub.close();
        broker.close();
        database.close();
        town.close();
    }

    private Map<String, String> mailbox() {
        var settings = Map.of(
                "channel",
                "mayor-mailbox",
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(town.imapPort()),
                "tls",
                "false",
                "user",
                MailTown.MAYOR,
                "password",
                town.password().value(),
                "poll-every",
                "1s",
                "from",
                MailTown.MAYOR);
        var all = new TreeMap<String, String>();
        settings.forEach((name, value) -> all.put("intake.sources.mayor." + name, value));
        all.put("intake.sources.mayor.limits.max-body", Integer.toString(MOST_MAIL_BYTES));
        all.put("intake.sources.mayor.smtp.host", "127.0.0.1");
        all.put("intake.sources.mayor.smtp.port", Integer.toString(town.smtpPort()));
        all.put("intake.sources.mayor.smtp.tls", "false");
        return all;
    }

    /** The first key of an installation: a machine's key is made by one who has a key, and nobody has one yet. */
    private String freshKey() {
        var random = new SecureRandom();
        var prefix = new byte[6];
        var secret = new byte[32];
        random.nextBytes(prefix);
        random.nextBytes(secret);
        var hex = HexFormat.of();
        try (var connection = database.connect();
                var insert = connection.prepareStatement(
                        "insert into api_key (id, name, prefix, hash, role) values (?, 'acceptance', ?, ?, 'ADMIN')")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, hex.formatHex(prefix));
            insert.setString(3, sha256(hex.formatHex(secret)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the key cannot be made", e);
        }
        return "ihk_" + hex.formatHex(prefix) + "_" + hex.formatHex(secret);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
