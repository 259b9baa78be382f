package org.intakehub.core.casefile;

import static org.intakehub.core.casefile.CaseState.ACCEPTED;
import static org.intakehub.core.casefile.CaseState.ANSWERED_DIRECTLY;
import static org.intakehub.core.casefile.CaseState.CLASSIFIED;
import static org.intakehub.core.casefile.CaseState.CLOSED;
import static org.intakehub.core.casefile.CaseState.DISPATCHED;
import static org.intakehub.core.casefile.CaseState.FEEDBACK;
import static org.intakehub.core.casefile.CaseState.FOLLOW_UP;
import static org.intakehub.core.casefile.CaseState.HANDLING;
import static org.intakehub.core.casefile.CaseState.MERGED;
import static org.intakehub.core.casefile.CaseState.NOT_ACCEPTED;
import static org.intakehub.core.casefile.CaseState.TRANSFERRED;
import static org.intakehub.core.casefile.CaseState.TRIAGE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Every way in which a case may change its state; what is not here is impossible. */
public enum CaseStep {
    /** The rules are sure what it is about. */
    CLASSIFY(CLASSIFIED, ACCEPTED),
    /** The rules are unsure, or nobody leads. */
    ASK_A_PERSON(TRIAGE, ACCEPTED, CLASSIFIED),
    /** A person says what it is about. */
    DECIDE(CLASSIFIED, TRIAGE),
    /** Units get their work orders; after a return that was approved, others do. */
    DISPATCH(DISPATCHED, CLASSIFIED, DISPATCHED, HANDLING),
    /** A question that needs no work order (R2). */
    ANSWER_DIRECTLY(ANSWERED_DIRECTLY, ACCEPTED, TRIAGE, CLASSIFIED),
    /** Another authority answers for it (R2). */
    TRANSFER(TRANSFERRED, ACCEPTED, TRIAGE, CLASSIFIED),
    /** It belongs to courts, arbitration, petitions and so on; the right way is pointed out. */
    NOT_ACCEPT(NOT_ACCEPTED, ACCEPTED, TRIAGE, CLASSIFIED),
    /** It is the same matter as another case's. */
    MERGE(MERGED, ACCEPTED, TRIAGE, CLASSIFIED, DISPATCHED, HANDLING, FEEDBACK, FOLLOW_UP),
    /** It was not; the case goes on from where it stood, see {@link CaseLife#unmerged}. */
    UNMERGE(ACCEPTED, MERGED),
    /** The leading unit signs for it. */
    HANDLE(HANDLING, DISPATCHED),
    /** The leading unit submits its result. */
    FEED_BACK(FEEDBACK, DISPATCHED, HANDLING),
    /** The result goes to the citizen, and the centre calls back (R8). */
    CALL_BACK(FOLLOW_UP, FEEDBACK),
    /** Poor quality, against policy, or the citizen is dissatisfied (R13). */
    REWORK(HANDLING, FEEDBACK, FOLLOW_UP),
    CLOSE(CLOSED, FEEDBACK, FOLLOW_UP),
    /** New facts: back to the units that handled it. */
    REOPEN(HANDLING, CLOSED),
    /** New facts in a matter that no unit ever had. */
    REOPEN_UNHANDLED(TRIAGE, ANSWERED_DIRECTLY, TRANSFERRED, NOT_ACCEPTED);

    private final CaseState to;
    /** Filled once and never handed out. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<CaseState> from;

    CaseStep(CaseState to, CaseState... from) {
        this.to = to;
        this.from = EnumSet.copyOf(Arrays.asList(from));
    }

    public boolean isPossibleFrom(CaseState state) {
        return from.contains(state);
    }

    CaseState to() {
        return to;
    }

    String origins() {
        return from.stream().map(CaseState::name).sorted().collect(Collectors.joining(", "));
    }
}
