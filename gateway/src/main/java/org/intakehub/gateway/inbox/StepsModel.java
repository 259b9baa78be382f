package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.life.OrderSheet;

/** Which forms for steps a case's page has, for its state and the reader's role. */
record StepsModel(Set<String> steps, List<OrderSheet.Asked> asked, boolean mayRule) {
    private static final Set<CaseStep> OF_THE_DESK =
            Set.of(CaseStep.ANSWER_DIRECTLY, CaseStep.TRANSFER, CaseStep.NOT_ACCEPT);
    private static final Set<CaseStep> OF_THE_DISPATCHER =
            Set.of(CaseStep.REWORK, CaseStep.REOPEN, CaseStep.REOPEN_UNHANDLED, CaseStep.CLOSE);

    static StepsModel of(CaseState state, List<OrderSheet.Asked> asked, Account account) {
        var rules = account.is(Role.DISPATCHER, Role.ADMIN);
        var desk = account.is(Role.OPERATOR, Role.DISPATCHER, Role.ADMIN);
        var steps = CaseLife.possible(state).stream()
                .filter(step -> (desk && OF_THE_DESK.contains(step)) || (rules && OF_THE_DISPATCHER.contains(step)))
                .map(step -> step == CaseStep.REOPEN_UNHANDLED ? CaseStep.REOPEN.name() : step.name())
                .collect(Collectors.toUnmodifiableSet());
        return new StepsModel(steps, List.copyOf(asked), rules);
    }

    public boolean may(String step) {
        return steps.contains(step);
    }

    public boolean isEmpty() {
        return steps.isEmpty() && asked.isEmpty();
    }

    public Ground[] grounds() {
        return Ground.values();
    }

    public ReworkReason[] reasons() {
        return ReworkReason.values();
    }
}
