package org.intakehub.gateway.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Secret;
import org.intakehub.gateway.fetch.PublicAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How units are reached besides their queue.
 *
 * @param units by the code of the unit
 */
@ConfigurationProperties("intake")
record UnitSettings(@DefaultValue Map<String, Unit> units) {

    /** One unit's own ways. */
    record Unit(@Nullable Webhook webhook) {}

    /**
     * An endpoint of the unit that takes its events.
     *
     * @param url https; http too where private addresses are allowed
     * @param secrets base64 of 24 to 64 bytes after {@code whsec_}; every call is signed with each, so that a new one comes in before the old
     *     one goes
     * @param privateAddresses whether the endpoint may lie in the city's own network
     * @param timeout for the answer; between one second and thirty
     */
    record Webhook(
            @Nullable URI url,
            @DefaultValue List<Secret> secrets,
            @DefaultValue("false") boolean privateAddresses,
            @DefaultValue("15s") Duration timeout) {
        private static final int MOST_SECRETS = 3;
        private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

        Webhook {
            if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
                throw new IllegalArgumentException("webhook.secrets has one to " + MOST_SECRETS + " secrets");
            }
            Signatures.check(secrets);
            if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
                throw new IllegalArgumentException("webhook.timeout is between 1s and 30s");
            }
            checkAddress(Optional.ofNullable(url).filter(one -> one.getHost() != null), privateAddresses);
            secrets = List.copyOf(secrets);
        }

        URI address() {
            return Optional.ofNullable(url).orElseThrow();
        }

        private static void checkAddress(Optional<URI> url, boolean privateAddresses) {
            var address = url.orElseThrow(
                    () -> new IllegalArgumentException("webhook.url is an address such as https://host/path"));
            if (!"https".equals(address.getScheme()) && !(privateAddresses && "http".equals(address.getScheme()))) {
                throw new IllegalArgumentException(
                        "webhook.url begins with https://; http:// needs webhook.private-addresses");
            }
            if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException("webhook.url has neither a user nor a fragment");
            }
            if (!privateAddresses && LITERAL.matcher(address.getHost()).matches() && !isPublic(address.getHost())) {
                throw new IllegalArgumentException(
                        "webhook.url leads to a private address; that needs webhook.private-addresses");
            }
        }

        /** Names are looked at when they are called, for they may lead elsewhere by then. */
        private static boolean isPublic(String literal) {
            try {
                return PublicAddresses.isPublic(InetAddress.getByName(literal));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("webhook.url has a host that is no address");
            }
        }

        @Override
        public String toString() {
            return "Webhook[" + address().getHost() + "]";
        }
    }
}
