package org.intakehub.adapter.peopledaily;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One of the interfaces by which the board can be asked. */
interface Board {
    /** A call that only fetches cookies, where they help. */
    default Optional<Call> warmUp(Forum forum) {
        return Optional.empty();
    }

    /**
     * Asks for a page of a forum.
     *
     * @param lastItem where the page before ended; empty for the first
     */
    Call list(Forum forum, String lastItem, String cookies);

    Listing listing(Answer answer);

    Call thread(String tid, Forum forum, String cookies);

    /** The parts of an envelope that come from a thread's own answer; empty if the board refuses this thread alone. */
    Optional<ObjectNode> thread(Answer answer);

    /** The call that shows a thread as it is now. */
    default Call look(String tid, Forum forum) {
        return thread(tid, forum, "");
    }

    /** Envelopes of the threads that a look shows. */
    default List<ObjectNode> looked(Answer answer) {
        return thread(answer).stream().toList();
    }

    /**
     * A page of a forum.
     *
     * @param rows newest first
     * @param lastItem where the next page begins; empty if the board does not tell
     * @param last whether no page follows
     */
    record Listing(List<JsonNode> rows, String lastItem, boolean last) {
        public Listing {
            rows = List.copyOf(rows);
        }
    }
}
