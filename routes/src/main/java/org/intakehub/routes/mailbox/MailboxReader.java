package org.intakehub.routes.mailbox;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Mailbox;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.routes.stage.Cursors;
import org.intakehub.routes.stage.Journal;

/**
 * Brings a mailbox's messages into the journal: each once by UID, the high-water mark saved only after the bytes are durable. A message
 * that cannot be fetched three times running is reported as a raw message without bytes, and the ones behind it come through.
 */
public final class MailboxReader {
    /** Header of a raw message whose bytes the server would not hand out. */
    public static final String UNFETCHABLE = "intake-unfetchable";

    private static final int BATCH = 20;
    private static final int TRIES = 3;

    private final SourceId source;
    private final MailAdapter adapter;
    private final int sizeLimit;
    private final Journal journal;
    private final Cursors cursors;
    private final Clock clock;
    private final Map<Long, Integer> failures = new HashMap<>();

    /** @param sizeLimit bytes of one message that are kept; what is longer is cut, and stays whole in the mailbox */
    public MailboxReader(
            SourceId source, MailAdapter adapter, int sizeLimit, Journal journal, Cursors cursors, Clock clock) {
        this.source = source;
        this.adapter = adapter;
        this.sizeLimit = sizeLimit;
        this.journal = journal;
        this.cursors = cursors;
        this.clock = clock;
    }

    public SourceId source() {
        return source;
    }

    public Mailbox mailbox() {
        return adapter.mailbox();
    }

    /**
     * Takes in what is above the high-water mark.
     *
     * @return how many messages were taken in
     * @throws RemoteUnavailable if the server cannot be reached or breaks off; what was durable by then is marked as read
     */
    public synchronized int poll() {
        try (var folder = OpenFolder.of(mailbox())) {
            var taken = 0;
            var position = MailboxPosition.parse(cursors.load(source)).in(folder.validity());
            for (var uids = folder.uidsAfter(position.lastUid(), BATCH);
                    !uids.isEmpty();
                    uids = folder.uidsAfter(position.lastUid(), BATCH)) {
                keepAll(folder, uids);
                position = new MailboxPosition(position.validity(), uids.get(uids.size() - 1));
                taken += uids.size();
            }
            return taken;
        } catch (MessagingException e) {
            throw unavailable(e);
        }
    }

    /**
     * Opens the folder and does nothing in it.
     *
     * @throws RemoteUnavailable if that does not work at the moment
     */
    public void look() {
        try (var folder = OpenFolder.of(mailbox())) {
            folder.validity();
        } catch (MessagingException e) {
            throw unavailable(e);
        }
    }

    /**
     * What the server holds of a span of time.
     *
     * @param deliveryId under which {@link #poll} takes it in
     * @param receivedAt when the server took it in
     */
    public record Listed(String deliveryId, Instant receivedAt) {}

    /** Everything that the server received from the one moment until before the other. */
    public synchronized List<Listed> list(Instant from, Instant to) {
        try (var folder = OpenFolder.of(mailbox())) {
            var listed = new ArrayList<Listed>();
            for (var one : folder.receivedBetween(from, to).entrySet()) {
                listed.add(new Listed(deliveryId(folder, one.getKey()), one.getValue()));
            }
            return List.copyOf(listed);
        } catch (MessagingException e) {
            throw unavailable(e);
        }
    }

    /**
     * Takes in again what the server received from the one moment until before the other; what is known already opens no second case.
     *
     * @param wanted which of them, by their delivery's id
     * @return how many messages were taken in
     */
    public synchronized int backfill(Instant from, Instant to, Predicate<String> wanted) {
        try (var folder = OpenFolder.of(mailbox())) {
            var taken = 0;
            for (var uid : folder.receivedBetween(from, to).keySet()) {
                if (wanted.test(deliveryId(folder, uid))) {
                    keep(folder, uid);
                    taken++;
                }
            }
            return taken;
        } catch (MessagingException e) {
            throw unavailable(e);
        }
    }

    private static RemoteUnavailable unavailable(MessagingException fault) {
        return new RemoteUnavailable(
                "the mailbox does not answer: " + fault.getClass().getSimpleName(), fault);
    }

    private static String deliveryId(OpenFolder folder, long uid) throws MessagingException {
        return "imap:" + folder.validity() + ":" + uid;
    }

    /** In rising order; where it breaks off, what was durable by then does not come again. */
    private void keepAll(OpenFolder folder, List<Long> uids) throws MessagingException {
        var kept = new ArrayList<Long>();
        try {
            for (var uid : uids) {
                keep(folder, uid);
                kept.add(uid);
            }
        } finally {
            if (!kept.isEmpty()) {
                cursors.save(source, new MailboxPosition(folder.validity(), kept.get(kept.size() - 1)).cursor());
                move(folder, kept);
            }
        }
    }

    private void keep(OpenFolder folder, long uid) throws MessagingException {
        try {
            var out = new CappedBytes(sizeLimit);
            folder.read(uid, out);
            if (out.size() == 0) {
                // Some servers hand out nothing instead of saying that they cannot.
                throw new MessagingException("the server handed out no bytes");
            }
            journal.keep(
                    raw(folder, uid, out.payload(), out.cut() ? Map.of(MailAdapter.CUT_AT, "" + sizeLimit) : Map.of()));
            failures.remove(uid);
        } catch (MessagingException | IOException e) {
            if (failures.merge(uid, 1, Integer::sum) < TRIES) {
                throw new MessagingException("a message cannot be fetched");
            }
            journal.keep(raw(
                    folder,
                    uid,
                    Payload.of(new byte[0]),
                    Map.of(UNFETCHABLE, e.getClass().getSimpleName())));
            failures.remove(uid);
        }
    }

    private RawMessage raw(OpenFolder folder, long uid, Payload body, Map<String, String> more)
            throws MessagingException {
        var headers = new HashMap<>(more);
        headers.put("content-type", "message/rfc822");
        headers.put("imap-uid", Long.toString(uid));
        return new RawMessage(
                adapter.channel(),
                source,
                deliveryId(folder, uid),
                clock.instant(),
                headers,
                body,
                SignatureStatus.FETCHED);
    }

    private void move(OpenFolder folder, List<Long> uids) throws MessagingException {
        var target = mailbox().moveTo();
        if (target.isPresent()) {
            folder.move(uids, target.get());
        }
    }

    /** Keeps the first bytes and lets the others go by. */
    private static final class CappedBytes extends ByteArrayOutputStream {
        private final int limit;
        private boolean cut;

        CappedBytes(int limit) {
            this.limit = limit;
        }

        @Override
        public synchronized void write(int b) {
            if (count < limit) {
                super.write(b);
            } else {
                cut = true;
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            var room = Math.min(length, limit - count);
            super.write(bytes, offset, room);
            cut |= room < length;
        }

        boolean cut() {
            return cut;
        }

        Payload payload() {
            return Payload.of(toByteArray());
        }
    }
}
