package org.intakehub.routes.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.intakehub.core.channel.Outgoing.ByMail;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;

/** Hands letters to an SMTP server and says for certain, where that can be said, whether it took them. */
public final class MailSender {
    private static final String TIMEOUT_MILLIS = "20000";

    private final Clock clock;

    public MailSender(Clock clock) {
        this.clock = clock;
    }

    /** Sends the letter under its own Message-ID, which it gives back. */
    String send(ByMail letter) {
        try {
            var sender = sender(letter);
            sender.send(message(letter, sender));
            return letter.messageId();
        } catch (MailConnectException | AuthenticationFailedException e) {
            throw new RemoteUnavailable("the mail server takes no connection: " + name(e), e);
        } catch (SendFailedException e) {
            throw refusal(e);
        } catch (MessagingException e) {
            throw new DeliveryUncertain("the connection to the mail server broke: " + name(e), e);
        }
    }

    private static DefaultJavaMailSender sender(ByMail letter) {
        var server = letter.server();
        var protocol = server.tls() ? "smtps" : "smtp";
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail." + protocol + ".timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail." + protocol + ".auth", Boolean.toString(!server.user().isEmpty()));
        var sender = new DefaultJavaMailSender();
        sender.setProtocol(protocol);
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setJavaMailProperties(properties);
        if (!server.user().isEmpty()) {
            sender.setUsername(server.user());
            sender.setPassword(server.password().value());
        }
        return sender;
    }

    private MimeMessage message(ByMail letter, DefaultJavaMailSender sender) throws MessagingException {
        var message = new MimeMessage(sender.getSession());
        message.setFrom(new InternetAddress(letter.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.text(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        // Camel's sender keeps a Message-ID that is set before sending.
        message.setHeader("Message-ID", "<" + letter.messageId() + ">");
        return message;
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
        var reason = "the mail server refused with code " + code;
        return code >= 500 ? new RemoteRejected(reason) : new RemoteUnavailable(reason);
    }

    private static String name(Exception e) {
        return e.getClass().getSimpleName();
    }
}
