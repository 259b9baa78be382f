package org.intakehub.gateway.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What belongs to the installation as a whole.
 *
 * @param dataDirectory where the embedded database and broker, the attachments and the keys live
 * @param division administrative division of the city, six digits; begins every case number
 * @param zone the city's time zone, in which days begin and times are shown
 * @param baseUrl address under which the outside reaches the hub, without a slash at its end; empty: links are relative
 * @param secret key behind receipts and case tokens; empty: made once and kept in the data directory. Several nodes need one in common
 * @param rulesDirectory the city's own rule files, which take the place of the shipped ones file by file
 * @param maxAttachment largest attachment that is kept
 * @param consumers messages that each stage works on at once
 * @param diskReserve free space under which the hub reports itself unwell
 */
@ConfigurationProperties("intake")
public record HubSettings(
        @DefaultValue("data") Path dataDirectory,
        @DefaultValue("340181") String division,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") Secret secret,
        @Nullable Path rulesDirectory,
        @DefaultValue("25MB") DataSize maxAttachment,
        @DefaultValue("6") int consumers,
        @DefaultValue("512MB") DataSize diskReserve,
        @DefaultValue BrokerSettings broker) {

    public HubSettings {
        if (!division.matches("\\d{6}")) {
            throw new IllegalArgumentException("intake.division has six digits");
        }
        if (consumers < 1 || consumers > 64) {
            throw new IllegalArgumentException("intake.consumers is between 1 and 64");
        }
    }

    public Optional<Path> ownRules() {
        return Optional.ofNullable(rulesDirectory);
    }

    /**
     * The embedded broker.
     *
     * @param port TCP port on which departments may connect to the embedded broker; 0: none, or 61616 if a unit has a login of its own
     * @param host address that the port is opened on
     * @param user name that all departments log in with
     * @param password its password; empty: there is no such login
     * @param keyStore PKCS#12 file with the certificate for TLS; none: connections are not encrypted
     */
    public record BrokerSettings(
            @DefaultValue("0") int port,
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("departments") String user,
            @DefaultValue("") Secret password,
            @Nullable Path keyStore,
            @DefaultValue("") Secret keyStorePassword) {
        private static final int SHORTEST = 12;

        public BrokerSettings {
            if (hasCommonLogin(password) && password.value().length() < SHORTEST) {
                throw new IllegalArgumentException("intake.broker.password has at least " + SHORTEST + " characters");
            }
        }

        /** No port, and so no logins. */
        public static BrokerSettings closed() {
            return new BrokerSettings(0, "127.0.0.1", "departments", new Secret(""), null, new Secret(""));
        }

        /** Whether there is a login that reads the queues of all units. */
        boolean hasCommonLogin() {
            return hasCommonLogin(password);
        }

        private static boolean hasCommonLogin(Secret password) {
            return !password.value().isEmpty();
        }
    }
}
