package org.intakehub.core.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

/** Labelled sentences: those with which the rules were mended, and others that were written afterwards, in other words. */
class ThreatSentencesTest {
    private static final Classifier CLASSIFIER = CityRules.shipped().classifier();

    @Test
    void hearsNearlyEveryThreatAmongTheKnownSentences() throws IOException {
        var sentences = sentences("threats-known.csv");

        assertThat(sentences).hasSizeGreaterThan(450);
        assertThat(recall(sentences)).isGreaterThanOrEqualTo(0.95);
        assertThat(falseAlarms(sentences)).isLessThanOrEqualTo(0.03);
    }

    @Test
    void hearsNoFewerThreatsThanBeforeAmongSentencesThatTheRulesWereNotMendedWith() throws IOException {
        var sentences = sentences("threats-unseen.csv");

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(70);
        assertThat(recall(sentences)).isGreaterThanOrEqualTo(0.5);
        assertThat(falseAlarms(sentences)).isLessThanOrEqualTo(0.05);
    }

    private static double recall(List<Sentence> sentences) {
        return alarming(sentences, true);
    }

    private static double falseAlarms(List<Sentence> sentences) {
        return alarming(sentences, false);
    }

    /** The share of the threats, or of the others, that alarm. */
    private static double alarming(List<Sentence> sentences, boolean threats) {
        var asked = sentences.stream()
                .filter(sentence -> sentence.isThreat() == threats)
                .toList();
        var alarming = asked.stream()
                .filter(sentence ->
                        CLASSIFIER.classify(Matters.of("", sentence.text())).threat())
                .count();
        return (double) alarming / asked.size();
    }

    private static List<Sentence> sentences(String name) throws IOException {
        var resource = Objects.requireNonNull(ThreatSentencesTest.class.getResourceAsStream(name));
        try (var lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("label,"))
                    .map(line -> line.split(",", 2))
                    .map(cells -> new Sentence(cells[0].equals("threat"), cells[1]))
                    .toList();
        }
    }

    private record Sentence(boolean isThreat, String text) {}
}
