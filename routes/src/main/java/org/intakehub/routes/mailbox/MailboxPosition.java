package org.intakehub.routes.mailbox;

import org.intakehub.core.channel.Cursor;

/**
 * How far a folder was read.
 *
 * @param validity the folder's UIDVALIDITY; when it changes, all UIDs mean something else and reading starts over (RFC 3501 §2.3.1.1)
 * @param lastUid highest UID whose bytes are durable
 */
record MailboxPosition(long validity, long lastUid) {
    static MailboxPosition parse(Cursor cursor) {
        var parts = cursor.value().split(":", -1);
        return parts.length == 2
                ? new MailboxPosition(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
                : new MailboxPosition(0, 0);
    }

    MailboxPosition in(long currentValidity) {
        return currentValidity == validity ? this : new MailboxPosition(currentValidity, 0);
    }

    Cursor cursor() {
        return new Cursor(validity + ":" + lastUid);
    }
}
