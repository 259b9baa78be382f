package org.intakehub.adapter.telephone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.intakehub.core.channel.Cursor;

/**
 * What a round of polling has seen: which agent comes next, and the events that stood when each agent was asked last.
 *
 * @param standing marks of events by agent, joined by a plus sign
 */
record Seen(int agent, List<String> standing) {
    Seen {
        standing = List.copyOf(standing);
    }

    /** A cursor of another number of agents, as after a change of the settings, begins anew. */
    static Seen of(Cursor cursor, int agents) {
        var parts = cursor.value().split("\\|", -1);
        var isOurs =
                parts.length == agents + 1 && parts[0].matches("[0-9]{1,4}") && Integer.parseInt(parts[0]) < agents;
        return isOurs
                ? new Seen(Integer.parseInt(parts[0]), List.of(parts).subList(1, parts.length))
                : new Seen(0, Collections.nCopies(agents, ""));
    }

    boolean has(String mark) {
        return List.of(standing.get(agent).split("\\+")).contains(mark);
    }

    /** The cursor behind this agent, whose events these are now. */
    Cursor next(List<String> marks) {
        var later = new ArrayList<>(standing);
        later.set(agent, String.join("+", marks));
        return new Cursor((agent + 1) % standing.size() + "|" + String.join("|", later));
    }
}
