package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * Who a case's citizen is on other channels, as far as the reader may see it.
 *
 * @param own the contact that the case came from
 * @param contacts the citizen's other contacts
 * @param suggestions contacts that may be the same citizen and that nobody decided on
 * @param cases the citizen's other cases on whatever channel, newest first, ten at most
 */
record IdentitySheet(UUID caseId, Contact own, List<Contact> contacts, List<Contact> suggestions, List<Line> cases) {
    IdentitySheet {
        contacts = List.copyOf(contacts);
        suggestions = List.copyOf(suggestions);
        cases = List.copyOf(cases);
    }

    /**
     * Somebody on one channel.
     *
     * @param reasons why he is, or may be, the same citizen: PHONE, MAIL, ID_NUMBER, NAME
     * @param joinedBy login name of who joined him, or the hub
     */
    record Contact(
            UUID id,
            String channel,
            String externalId,
            List<String> reasons,
            @Nullable String joinedBy,
            @Nullable Instant joinedAt) {
        Contact {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String toString() {
            return "Contact[" + id + "]";
        }
    }

    /** Another case in a line. */
    record Line(UUID id, String number, String title, CaseState state, String channel, Instant acceptedAt) {
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    boolean names(UUID contact) {
        return own.id().equals(contact)
                || contacts.stream().anyMatch(one -> one.id().equals(contact))
                || suggestions.stream().anyMatch(one -> one.id().equals(contact));
    }

    public boolean isEmpty() {
        return contacts.isEmpty() && suggestions.isEmpty();
    }

    @Override
    public String toString() {
        return "IdentitySheet[" + caseId + "]";
    }
}
