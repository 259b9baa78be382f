package org.intakehub.core.casefile;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The one place that knows which state follows which; impossible steps are refused with the reason. */
public final class CaseLife {
    private CaseLife() {}

    /**
     * The state after a step.
     *
     * @throws ImpossibleStep if the step does not begin in this state
     */
    public static CaseState after(CaseState state, CaseStep step) {
        if (!step.isPossibleFrom(state)) {
            throw new ImpossibleStep(
                    Obstacle.WRONG_STATE, step + " is possible from " + step.origins() + "; the case is " + state);
        }
        return step.to();
    }

    /** The state after a work order's step. */
    public static OrderState after(OrderState state, OrderStep step) {
        if (!step.isPossibleFrom(state)) {
            throw new ImpossibleStep(
                    Obstacle.WRONG_STATE,
                    step + " is possible from " + step.origins() + "; the work order is " + state);
        }
        return step.to(state);
    }

    /**
     * The state to which undoing a merge leads: where the case stood before.
     *
     * @throws ImpossibleStep if the case is not merged, or could not have been merged from there
     */
    public static CaseState unmerged(CaseState state, CaseState before) {
        after(state, CaseStep.UNMERGE);
        if (!CaseStep.MERGE.isPossibleFrom(before)) {
            throw new ImpossibleStep(Obstacle.WRONG_STATE, "a case that was " + before + " could not be merged");
        }
        return before;
    }

    /** The steps that begin in a state. */
    public static Set<CaseStep> possible(CaseState state) {
        return Arrays.stream(CaseStep.values())
                .filter(step -> step.isPossibleFrom(state))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The steps that begin in a work order's state. */
    public static Set<OrderStep> possible(OrderState state) {
        return Arrays.stream(OrderStep.values())
                .filter(step -> step.isPossibleFrom(state))
                .collect(Collectors.toUnmodifiableSet());
    }
}
