package org.intakehub.core.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * An IMAP folder that the road reads by UID, without changing it unless told to.
 *
 * @param port TCP port, 993 with TLS and 143 without by custom
 * @param pollEvery time between two looks into the folder
 * @param moveTo folder that a message is moved to once its bytes are durable; empty: the folder stays untouched
 */
public record Mailbox(
        String host,
        int port,
        boolean tls,
        String user,
        Secret password,
        String folder,
        Duration pollEvery,
        Optional<String> moveTo) {}
