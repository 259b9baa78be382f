package org.intakehub.routes.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.intakehub.core.channel.Mailbox;

/** One connection to a mailbox with its folder open: messages are named by UID and read without setting {@code \Seen}. */
final class OpenFolder implements AutoCloseable {
    private static final String TIMEOUT_MILLIS = "20000";
    private static final Duration DAY = Duration.ofDays(1);

    private final Store store;
    private final IMAPFolder folder;

    private OpenFolder(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static OpenFolder of(Mailbox mailbox) throws MessagingException {
        var protocol = mailbox.tls() ? "imaps" : "imap";
        var properties = new Properties();
        for (var timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol + "." + timeout, TIMEOUT_MILLIS);
        }
        properties.setProperty("mail." + protocol + ".partialfetch", "true");
        properties.setProperty("mail." + protocol + ".fetchsize", "262144");
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(
                mailbox.host(),
                mailbox.port(),
                mailbox.user(),
                mailbox.password().value());
        try {
            var folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(mailbox.moveTo().isPresent() ? Folder.READ_WRITE : Folder.READ_ONLY);
            return new OpenFolder(store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** UIDs above the given one, rising, at most {@code limit} of them. */
    List<Long> uidsAfter(long uid, int limit) throws MessagingException {
        // A range up to LASTUID always contains the last message, even if its UID is lower (RFC 3501 §6.4.8).
        return uids(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)).stream()
                .filter(found -> found > uid)
                .limit(limit)
                .toList();
    }

    /** When the server took in each message from the one moment until before the other, by UID, rising. */
    SortedMap<Long, Instant> receivedBetween(Instant from, Instant to) throws MessagingException {
        var found = folder.search(new AndTerm(
                // IMAP searches by whole days, in the server's own zone (RFC 3501 §6.4.4)
                new ReceivedDateTerm(ComparisonTerm.GE, Date.from(from.minus(DAY))),
                new ReceivedDateTerm(ComparisonTerm.LE, Date.from(to.plus(DAY)))));
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(found, profile);
        var received = new TreeMap<Long, Instant>();
        for (var message : found) {
            var date = message.getReceivedDate();
            var at = date == null ? from : date.toInstant();
            if (!at.isBefore(from) && at.isBefore(to)) {
                received.put(folder.getUID(message), at);
            }
        }
        return received;
    }

    /** Writes the message's bytes as the server holds them. */
    void read(long uid, OutputStream out) throws MessagingException, IOException {
        var message = folder.getMessageByUID(uid);
        if (message == null) {
            throw new MessagingException("the message is gone from the folder");
        }
        ((IMAPMessage) message).setPeek(true);
        message.writeTo(out);
    }

    void move(List<Long> uids, String target) throws MessagingException {
        var messages =
                folder.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray());
        var present = Arrays.stream(messages).filter(message -> message != null).toArray(Message[]::new);
        folder.moveMessages(present, store.getFolder(target));
    }

    private List<Long> uids(Message[] messages) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, profile);
        var uids = new ArrayList<Long>();
        for (var message : messages) {
            if (message != null) {
                uids.add(folder.getUID(message));
            }
        }
        uids.sort(null);
        return uids;
    }

    @Override
    public void close() throws MessagingException {
        try {
            folder.close(false);
        } finally {
            store.close();
        }
    }
}
