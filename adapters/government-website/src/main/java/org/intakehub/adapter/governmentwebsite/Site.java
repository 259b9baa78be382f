package org.intakehub.adapter.governmentwebsite;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What runs a website: how its letters are listed and what its answers mean. */
interface Site {
    /** A call whose answer the list's call needs. */
    default Optional<Call> opening() {
        return Optional.empty();
    }

    /**
     * Asks for a page of the list.
     *
     * @param page from 0
     * @param opened what {@link #opened} gave; empty if there is no opening
     */
    Call list(int page, String opened);

    /** What the list's call needs of the opening's answer. */
    default String opened(Answer answer) {
        return "";
    }

    Listing listing(Answer answer);

    /** The call for a letter's own page; empty if the list says all. */
    default Optional<Call> page(String id) {
        return Optional.empty();
    }

    /** The part of an envelope that a letter's own page gives; empty if the page is gone. */
    default Optional<ObjectNode> paged(Answer answer) {
        return Optional.empty();
    }

    /** Reads what an envelope holds. */
    Letter read(JsonNode envelope);

    /**
     * A page of the list.
     *
     * @param last whether no page follows
     */
    record Listing(List<Entry> entries, boolean last) {
        public Listing {
            entries = List.copyOf(entries);
        }
    }

    /** What the list says of one letter. */
    record Entry(String id, JsonNode row) {}
}
