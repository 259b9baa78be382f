package org.intakehub.gateway.inbox;

import java.util.Arrays;
import java.util.Optional;
import org.intakehub.gateway.web.BadParameter;

/**
 * Ready-made views of the open cases, each with its count beside it; the conditions are over {@code case_file c} with the parameters of
 * {@link CaseAccess}.
 */
enum CaseView {
    /** Nobody is done with it yet. */
    OPEN(""),
    /** The reader took it. */
    MINE(" and c.assignee = :me"),
    /** A colleague mentioned the reader in a note. */
    MENTIONED(" and c.id in (select n.case_id from note n where n.mentioned @> array[cast(:me as text)])"),
    /** It waits for a person, and nobody took it. */
    UNASSIGNED(" and c.state = 'TRIAGE' and c.assignee is null"),
    /** 待研判: the hub is unsure, a person has to decide. */
    UNSURE(" and c.state = 'TRIAGE'"),
    THREAT(" and c.threat"),
    /** Urgent or critical. */
    URGENT(" and c.urgency in ('URGENT', 'CRITICAL')"),
    SENSITIVE(" and c.confidentiality in ('WHISTLEBLOWER', 'SENSITIVE')"),
    /** A clock runs out within the hour. */
    DUE_SOON(" and exists (select from clock k where k.case_id = c.id and k.stopped_at is null"
            + " and k.due_at between now() and now() + interval '1 hour')"),
    /** A clock has run out. */
    LATE(" and exists (select from clock k where k.case_id = c.id and k.stopped_at is null and k.due_at < now())");

    /** As in the index of open cases, word for word, so that the planner knows it again. */
    private static final String OPEN_STATES =
            "c.state not in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'MERGED')";

    private final String narrower;

    CaseView(String narrower) {
        this.narrower = narrower;
    }

    String condition() {
        return OPEN_STATES + narrower;
    }

    /** @throws BadParameter if there is no such view */
    static Optional<CaseView> of(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameter("'view' is one of " + Arrays.toString(values()))));
    }
}
