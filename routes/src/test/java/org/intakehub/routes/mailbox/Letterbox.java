package org.intakehub.routes.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.store.StoredMessage.UidAwareMimeMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Mailbox;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Secret;

/** A mailbox on an IMAP server, with the adapter that names it. */
final class Letterbox {
    static final String FOLDER = "Letters";

    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private final GreenMailUser user;
    private final int port;

    Letterbox() throws Exception {
        server.start();
        port = server.getImap().getPort();
        user = server.setUser("mayor@example.org", "mayor", "a long password");
        server.getManagers().getImapHostManager().createMailbox(user, FOLDER);
        server.getManagers().getImapHostManager().createMailbox(user, "Done");
    }

    MailAdapter adapter(Optional<String> moveTo) {
        var mailbox = new Mailbox(
                "127.0.0.1",
                port,
                false,
                "mayor",
                new Secret("a long password"),
                FOLDER,
                Duration.ofMillis(50),
                moveTo);
        return new Adapter(mailbox);
    }

    void deliver(String subject) throws MessagingException, FolderException {
        deliver(subject, Instant.parse("2026-11-20T08:00:00Z"));
    }

    void deliver(String subject, Instant received) throws MessagingException, FolderException {
        folder(FOLDER)
                .appendMessage(
                        new MimeMessage(session(), new ByteArrayInputStream(bytes(subject))),
                        new Flags(),
                        Date.from(received));
    }

    /** A message that the server lists and cannot hand out. */
    void deliverUnfetchable() throws Exception {
        deliver("broken");
        var stored = messages(FOLDER).get(messages(FOLDER).size() - 1);
        var broken = new UidAwareMimeMessage(stored.getMimeMessage(), stored.getUid(), stored.getReceivedDate()) {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                throw new IOException("the disk has a bad sector");
            }
        };
        // The server has no way of its own to fail.
        var field = StoredMessage.class.getDeclaredField("mimeMessage");
        field.setAccessible(true);
        field.set(stored, broken);
    }

    static byte[] bytes(String subject) {
        return ("From: a@example.org\r\nTo: mayor@example.org\r\nSubject: " + subject + "\r\nMessage-ID: <" + subject
                        + "@example.org>\r\n\r\n路灯坏了\r\n")
                .getBytes(UTF_8);
    }

    List<StoredMessage> messages(String folder) throws FolderException {
        return folder(folder).getMessages();
    }

    void remove(String subject) throws FolderException, MessagingException {
        for (var message : messages(FOLDER)) {
            if (message.getMimeMessage().getSubject().equals(subject)) {
                message.setFlag(Flags.Flag.DELETED, true);
            }
        }
        folder(FOLDER).expunge();
    }

    /** The folder is made anew: UIDs begin again, under another UIDVALIDITY. */
    void recreate() throws Exception {
        var before = folder(FOLDER).getUidValidity();
        var manager = server.getManagers().getImapHostManager();
        do {
            manager.deleteMailbox(user, FOLDER);
            manager.createMailbox(user, FOLDER);
        } while (folder(FOLDER).getUidValidity() == before);
    }

    void stop() {
        server.stop();
    }

    private MailFolder folder(String name) throws FolderException {
        return server.getManagers().getImapHostManager().getFolder(user, name, true);
    }

    private static Session session() {
        return Session.getInstance(new Properties());
    }

    private record Adapter(Mailbox mailbox) implements MailAdapter {
        @Override
        public ChannelId channel() {
            return new ChannelId("mayor-mailbox");
        }

        @Override
        public List<IntakeMessage> normalise(RawMessage raw) {
            return List.of();
        }
    }
}
