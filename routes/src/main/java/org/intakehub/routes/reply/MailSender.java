package org.intakehub.routes.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.intakehub.core.channel.Outgoing.ByMail;
import org.intakehub.core.channel.Outgoing.MailServer;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to an SMTP server and says for certain, where that can be said, whether it took them. */
public final class MailSender {
    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final String TIMEOUT_MILLIS = "20000";

    private final Clock clock;

    public MailSender(Clock clock) {
        this.clock = clock;
    }

    /** A letter as it will leave, byte for byte. */
    record Ready(ByMail letter, Session session, MimeMessage message, Payload bytes) {
        @Override
        public String toString() {
            return "Ready[" + letter + "]";
        }
    }

    /**
     * Writes the letter.
     *
     * @throws RemoteRejected if no mail can be made of it
     */
    Ready prepare(ByMail letter) {
        var session = Session.getInstance(properties(letter.server()));
        var message = message(letter, session);
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException | MessagingException e) {
            throw new RemoteRejected("no mail can be made of the reply: " + name(e));
        }
        return new Ready(letter, session, message, Payload.of(bytes.toByteArray()));
    }

    /**
     * Sends the letter under its own Message-ID, which it gives back.
     *
     * @param answered hears the server's last word
     * @throws RemoteUnavailable if it was certainly not taken, and may be later
     * @throws RemoteRejected if it never will be
     * @throws DeliveryUncertain if the connection broke after the server may have taken it
     */
    String send(Ready ready, BiConsumer<Integer, Payload> answered) {
        var letter = ready.letter();
        var message = ready.message();
        var transport = connect(letter.server(), ready.session());
        try {
            transport.sendMessage(message, message.getAllRecipients());
            tell(transport, answered);
            return letter.messageId();
        } catch (SendFailedException e) {
            tell(transport, answered);
            throw refusal(e);
        } catch (MessagingException e) {
            throw new DeliveryUncertain("the connection to the mail server broke: " + name(e), e);
        } finally {
            close(transport);
        }
    }

    private static void tell(Transport transport, BiConsumer<Integer, Payload> answered) {
        if (transport instanceof SMTPTransport smtp && smtp.getLastServerResponse() != null) {
            answered.accept(smtp.getLastReturnCode(), Payload.of(smtp.getLastServerResponse(), UTF_8));
        }
    }

    private static Properties properties(MailServer server) {
        var prefix = "mail." + protocol(server);
        var properties = new Properties();
        properties.setProperty(prefix + ".connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + ".timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + ".writetimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        properties.setProperty(prefix + ".auth", Boolean.toString(!server.user().isEmpty()));
        return properties;
    }

    private static String protocol(MailServer server) {
        return server.tls() ? "smtps" : "smtp";
    }

    /** Whatever goes wrong before the letter is offered, from the name's resolution to the login, may go right later. */
    private static Transport connect(MailServer server, Session session) {
        try {
            var transport = session.getTransport(protocol(server));
            var login = server.user().isEmpty() ? null : server.user();
            transport.connect(
                    server.host(),
                    server.port(),
                    login,
                    login == null ? null : server.password().value());
            return transport;
        } catch (MessagingException e) {
            throw new RemoteUnavailable("the mail server takes no connection: " + name(e), e);
        }
    }

    private MimeMessage message(ByMail letter, Session session) {
        try {
            var message = new MimeMessage(session);
            message.setFrom(address(letter.from()));
            message.setRecipient(Message.RecipientType.TO, address(letter.to()));
            message.setSubject(letter.subject(), UTF_8.name());
            message.setText(letter.text(), UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            for (var header : letter.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            message.saveChanges();
            // Saving makes up a Message-ID; ours is the same for every attempt.
            message.setHeader("Message-ID", "<" + letter.messageId() + ">");
            return message;
        } catch (MessagingException e) {
            throw new RemoteRejected("no mail can be made of the reply: " + name(e));
        }
    }

    /** Parsing leaves a Chinese name as it stands; a header takes ASCII only (RFC 2047). */
    private static InternetAddress address(String text) throws MessagingException {
        var address = new InternetAddress(text);
        try {
            address.setPersonal(address.getPersonal(), UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** What the server said before counts, not how the two part. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not say good-bye: {}", name(e));
        }
    }

    private static RuntimeException refusal(SendFailedException failure) {
        var code = 0;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPSendFailedException send) {
                code = Math.max(code, send.getReturnCode());
            } else if (e instanceof SMTPAddressFailedException address) {
                code = Math.max(code, address.getReturnCode());
            }
        }
        if (code < 400) {
            // The answer did not come: the library reports an end of the stream as a refusal without a code.
            return new DeliveryUncertain("the mail server did not answer the letter", failure);
        }
        var reason = "the mail server refused with code " + code;
        return code >= 500 ? new RemoteRejected(reason) : new RemoteUnavailable(reason);
    }

    private static String name(Exception e) {
        return e.getClass().getSimpleName();
    }
}
