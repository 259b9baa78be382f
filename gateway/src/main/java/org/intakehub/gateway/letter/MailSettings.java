package org.intakehub.gateway.letter;

import org.intakehub.core.channel.Outgoing.MailServer;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes the hub's own mail, as the one to units.
 *
 * @param host none: the hub writes to no unit
 * @param port 465 with TLS, 25 without, unless told
 * @param tls whether the connection is encrypted from its start
 * @param user none if the server asks for no login
 * @param from address that the mail comes from
 */
@ConfigurationProperties("intake.mail")
record MailSettings(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") Secret password,
        @DefaultValue("") String from) {
    MailSettings {
        if (!host.isEmpty() && !from.matches("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException("intake.mail.from is one plain mail address");
        }
    }

    MailServer server() {
        return new MailServer(host, port == null ? (tls ? 465 : 25) : port, tls, user, password);
    }
}
