package org.intakehub.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class CaseLifeTest {
    @Test
    void leadsFromAcceptanceToClosing() {
        var state = CaseState.ACCEPTED;
        for (var step : new CaseStep[] {
            CaseStep.CLASSIFY,
            CaseStep.DISPATCH,
            CaseStep.HANDLE,
            CaseStep.FEED_BACK,
            CaseStep.CALL_BACK,
            CaseStep.CLOSE
        }) {
            state = CaseLife.after(state, step);
        }
        assertThat(state).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void r2AQuestionIsAnsweredOrTransferredOnlyBeforeAnyWorkOrder() {
        assertThat(CaseLife.after(CaseState.TRIAGE, CaseStep.ANSWER_DIRECTLY)).isEqualTo(CaseState.ANSWERED_DIRECTLY);
        assertThat(CaseLife.after(CaseState.CLASSIFIED, CaseStep.TRANSFER)).isEqualTo(CaseState.TRANSFERRED);
        assertThatExceptionOfType(ImpossibleStep.class)
                .isThrownBy(() -> CaseLife.after(CaseState.DISPATCHED, CaseStep.ANSWER_DIRECTLY))
                .withMessage("ANSWER_DIRECTLY is possible from ACCEPTED, CLASSIFIED, TRIAGE; the case is DISPATCHED")
                .satisfies(refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.WRONG_STATE));
    }

    @Test
    void r13ReworkIsPossibleFromFeedbackAndFromFollowUp() {
        assertThat(EnumSet.allOf(CaseState.class).stream().filter(CaseStep.REWORK::isPossibleFrom))
                .containsExactly(CaseState.FEEDBACK, CaseState.FOLLOW_UP);
    }

    @Test
    void r19NoStepLeadsBackToAnOlderStateUnnoticed() {
        for (var state : CaseState.values()) {
            assertThat(CaseLife.possible(state))
                    .filteredOn(step -> step != CaseStep.UNMERGE && step.to() == CaseState.ACCEPTED)
                    .isEmpty();
        }
        assertThat(CaseLife.possible(CaseState.CLOSED)).containsExactly(CaseStep.REOPEN);
    }

    @Test
    void everyStateCanBeReachedAndEveryOneButMergedLeadsOn() {
        for (var state : EnumSet.complementOf(EnumSet.of(CaseState.ACCEPTED))) {
            assertThat(CaseStep.values()).anyMatch(step -> step.to() == state);
        }
        for (var state : CaseState.values()) {
            assertThat(CaseLife.possible(state)).as(state.name()).isNotEmpty();
        }
    }

    @Test
    void undoingAMergeLeadsBackToWhereTheCaseStood() {
        assertThat(CaseLife.unmerged(CaseState.MERGED, CaseState.HANDLING)).isEqualTo(CaseState.HANDLING);
        assertThatExceptionOfType(ImpossibleStep.class)
                .isThrownBy(() -> CaseLife.unmerged(CaseState.HANDLING, CaseState.TRIAGE));
        assertThatExceptionOfType(ImpossibleStep.class)
                .isThrownBy(() -> CaseLife.unmerged(CaseState.MERGED, CaseState.CLOSED));
    }

    @Test
    void aWorkOrderIsSignedForBeforeAnythingElse() {
        assertThat(CaseLife.possible(OrderState.DISPATCHED))
                .containsExactlyInAnyOrder(OrderStep.SIGN, OrderStep.CANCEL, OrderStep.CLOSE);
        assertThat(CaseLife.after(OrderState.SIGNED, OrderStep.CONTACT)).isEqualTo(OrderState.CONTACTED);
        assertThat(CaseLife.after(OrderState.HANDLING, OrderStep.CONTACT)).isEqualTo(OrderState.HANDLING);
        assertThat(CaseLife.after(OrderState.CONTACTED, OrderStep.ASK_RETURN)).isEqualTo(OrderState.CONTACTED);
        assertThat(CaseLife.possible(OrderState.RETURNED)).isEmpty();
    }

    @Test
    void r9NobodyActsWithoutAName() {
        assertThatExceptionOfType(ImpossibleStep.class)
                .isThrownBy(() -> new Actor("key:abc", " "))
                .satisfies(refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.INCOMPLETE));
    }

    @Test
    void asksForAReasonAndForNoMoreThanTheRulesAllow() {
        assertThatExceptionOfType(ImpossibleStep.class).isThrownBy(() -> RequestRules.reason("  "));
        assertThat(RequestRules.reason(" 不属于本单位 ")).isEqualTo("不属于本单位");
        assertThatExceptionOfType(ImpossibleStep.class).isThrownBy(() -> RequestRules.checkExtension(16, 0));
        assertThatExceptionOfType(ImpossibleStep.class).isThrownBy(() -> RequestRules.checkExtension(5, 2));
    }
}
