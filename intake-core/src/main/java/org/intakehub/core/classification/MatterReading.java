package org.intakehub.core.classification;

/** The parts of a matter, read once for all rules. */
record MatterReading(Reading title, Reading text, Reading address, Reading namedUnit) {
    static MatterReading of(Matter matter, PhraseAutomaton automaton) {
        return new MatterReading(
                automaton.read(FoldedText.of(matter.title())),
                automaton.read(FoldedText.of(matter.text())),
                automaton.read(FoldedText.of(matter.place().address().orElse(""))),
                automaton.read(FoldedText.of(matter.namedUnit().orElse(""))));
    }

    /** Whether a phrase stands in the citizen's words. */
    boolean has(int phrase) {
        return title.has(phrase) || text.has(phrase);
    }
}
