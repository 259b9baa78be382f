package org.intakehub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.intakehub.core.identity.Mark.Kind;
import org.intakehub.core.identity.SameCitizen.Decision;
import org.junit.jupiter.api.Test;

class SameCitizenTest {
    private static final Mark TOLD = new Mark(Kind.PHONE, "13900001234", true);
    private static final Mark TYPED = new Mark(Kind.PHONE, "13900001234", false);
    private static final Mark ZHOU = new Mark(Kind.NAME, "周晓雨", false);
    private static final Mark LI = new Mark(Kind.NAME, "李大力", false);

    private static Decision decision(Set<Mark> one, Set<Mark> other) {
        var verdict = SameCitizen.judge(one, other);
        assertThat(SameCitizen.judge(other, one)).isEqualTo(verdict);
        return verdict.decision();
    }

    @Test
    void aMobileThatBothChannelsVouchForJoins() {
        assertThat(decision(Set.of(TOLD), Set.of(TOLD))).isEqualTo(Decision.AUTOMATIC);
        assertThat(decision(Set.of(TOLD, ZHOU), Set.of(TOLD, ZHOU))).isEqualTo(Decision.AUTOMATIC);
        assertThat(decision(Set.of(TOLD, ZHOU), Set.of(TOLD, new Mark(Kind.NAME, "周**", false))))
                .isEqualTo(Decision.AUTOMATIC);
    }

    @Test
    void aMailboxThatBothChannelsVouchForJoinsWhateverItsLetters() {
        var mail = new Mark(Kind.MAIL, "Zhou@Example.org ", true);
        assertThat(decision(Set.of(mail), Set.of(new Mark(Kind.MAIL, "zhou@example.org", true))))
                .isEqualTo(Decision.AUTOMATIC);
    }

    @Test
    void anotherNameMakesItAQuestion() {
        assertThat(decision(Set.of(TOLD, ZHOU), Set.of(TOLD, LI))).isEqualTo(Decision.SUGGESTED);
    }

    @Test
    void whatSomebodyOnlyTypedMakesItAQuestion() {
        assertThat(decision(Set.of(TOLD, ZHOU), Set.of(TYPED, ZHOU))).isEqualTo(Decision.SUGGESTED);
        assertThat(SameCitizen.judge(Set.of(TOLD, ZHOU), Set.of(TYPED, ZHOU)).reasons())
                .containsExactlyInAnyOrder(Kind.PHONE, Kind.NAME);
    }

    @Test
    void aLandlineMakesItAQuestion() {
        var landline = new Mark(Kind.PHONE, "055182391580", true);
        assertThat(decision(Set.of(landline), Set.of(landline))).isEqualTo(Decision.SUGGESTED);
    }

    @Test
    void anotherIdentityNumberRulesItOut() {
        var one = new Mark(Kind.ID_NUMBER, "34018119900101001X", false);
        var other = new Mark(Kind.ID_NUMBER, "340181199001010028", false);
        assertThat(decision(Set.of(TOLD, one), Set.of(TOLD, other))).isEqualTo(Decision.NONE);
        assertThat(decision(Set.of(one), Set.of(new Mark(Kind.ID_NUMBER, "34018119900101001x", false))))
                .isEqualTo(Decision.SUGGESTED);
    }

    @Test
    void aNameAloneSaysNothing() {
        assertThat(decision(Set.of(ZHOU), Set.of(ZHOU))).isEqualTo(Decision.NONE);
    }

    @Test
    void aMarkDoesNotShowItself() {
        assertThat(TOLD.toString()).doesNotContain("139");
    }
}
