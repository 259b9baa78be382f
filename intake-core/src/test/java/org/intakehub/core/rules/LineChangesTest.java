package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.core.rules.LineChanges.Line;
import org.junit.jupiter.api.Test;

class LineChangesTest {
    @Test
    void namesWhatGoesAndWhatComesWithItsLine() {
        LineChanges changes = LineChanges.between("a\nb\nc\n", "a\nc\nd\nd\n");

        assertThat(changes.removed()).containsExactly(new Line(2, "b"));
        assertThat(changes.added()).containsExactly(new Line(3, "d"), new Line(4, "d"));
    }

    @Test
    void aLineThatIsThereOnceMoreIsAdded() {
        assertThat(LineChanges.between("a\n", "a\na\n").added()).containsExactly(new Line(2, "a"));
    }

    @Test
    void movedLinesEndsOfLinesAndTheMarkOfSpreadsheetsAreNoChange() {
        assertThat(LineChanges.between("a\nb\n", "\ufeffb \r\na\r\n").isEmpty()).isTrue();
    }
}
