package org.intakehub.simulators;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import org.intakehub.core.channel.Secret;

/** A mail server on loopback: the mayor's mailbox behind a password, and an inbox for every citizen who is written to. */
public final class MailTown implements AutoCloseable {
    public static final String MAYOR = "mayor@city.example.org";

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;
    private final Secret password;

    private MailTown(GreenMail server, Secret password) {
        this.server = server;
        this.password = password;
    }

    /** Starts IMAP and SMTP on free ports; the mayor's login is the mailbox's address. */
    public static MailTown start(Secret password) {
        return start(password, 0, 0);
    }

    /** Starts on those ports, so that a far end that was away comes back where it was; 0 is any free one. */
    public static MailTown start(Secret password, int imapPort, int smtpPort) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        var users = server.getUserManager();
        server.setUser(MAYOR, MAYOR, password.value());
        users.setMessageDeliveryHandler((message, recipient) -> inbox(users, recipient.getEmail()));
        return new MailTown(server, password);
    }

    /** Whoever is written to has an inbox; what stands behind a plus sign is the reader's business. */
    private static GreenMailUser inbox(UserManager users, String address) throws UserException {
        var plain = address.replaceFirst("\\+[^@]*@", "@");
        synchronized (users) {
            var known = users.getUserByEmail(plain);
            return known != null ? known : users.createUser(plain, plain, plain);
        }
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public Secret password() {
        return password;
    }

    /**
     * Delivers a letter to the mayor through SMTP.
     *
     * @throws IllegalStateException if the server did not take it
     */
    public void deliver(Letter letter) {
        deliver(letter, MAYOR);
    }

    void deliver(Letter letter, String recipient) {
        var properties = new Properties();
        properties.put("mail.smtp.host", LOOPBACK);
        properties.put("mail.smtp.port", String.valueOf(smtpPort()));
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.from", letter.from());
        var session = Session.getInstance(properties);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            var message = new MimeMessage(session, letter.rfc822().open());
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress(recipient)});
        } catch (MessagingException e) {
            throw new IllegalStateException("the letter was not delivered", e);
        }
    }

    /** The mails in a citizen's inbox, the oldest first. */
    public List<MimeMessage> inboxOf(Resident resident) {
        return messages(resident.mail());
    }

    /** The mails in the mayor's mailbox, the oldest first. */
    public List<MimeMessage> mayorsInbox() {
        return messages(MAYOR);
    }

    /** How many mails to citizens are copies of an earlier one: the same Message-ID in the same inbox. */
    public int sentTwice() {
        var copies = 0;
        for (var user : server.getUserManager().listUser()) {
            if (!user.getEmail().equals(MAYOR)) {
                var ids = messages(user.getEmail()).stream().map(MailTown::id).toList();
                copies += ids.size() - new HashSet<>(ids).size();
            }
        }
        return copies;
    }

    private static String id(MimeMessage message) {
        try {
            return String.valueOf(message.getMessageID());
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail's Message-ID cannot be read", e);
        }
    }

    private List<MimeMessage> messages(String address) {
        var user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            var inbox = server.getManagers().getImapHostManager().getInbox(user);
            return inbox.getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("the inbox cannot be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
