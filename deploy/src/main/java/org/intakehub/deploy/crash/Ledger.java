package org.intakehub.deploy.crash;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the outside world was promised: receipts by delivery, and letters that the mail server took. */
final class Ledger {
    private final Set<String> pushes = ConcurrentHashMap.newKeySet();
    private final Set<String> receipts = ConcurrentHashMap.newKeySet();
    private final Set<String> letters = ConcurrentHashMap.newKeySet();

    /** A call with this id got its 202 and that receipt. */
    void accepted(String id, String receiptId) {
        pushes.add(id);
        receipts.add(receiptId);
    }

    /** A letter with this Message-ID, without brackets, lies in the mailbox. */
    void delivered(String messageId) {
        letters.add(messageId);
    }

    List<String> pushes() {
        return List.copyOf(pushes);
    }

    List<String> receipts() {
        return List.copyOf(receipts);
    }

    List<String> letters() {
        return List.copyOf(letters);
    }

    int size() {
        return pushes.size() + letters.size();
    }
}
