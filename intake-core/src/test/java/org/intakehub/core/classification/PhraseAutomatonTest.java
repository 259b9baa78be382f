package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhraseAutomatonTest {
    @Test
    void findsPhrasesInsideAndAcrossOneAnother() {
        List<String> phrases = List.of("物业", "物业费", "业费", "费");

        Reading reading = new PhraseAutomaton(phrases).read(FoldedText.of("物业费和物业"));

        assertThat(occurrences(reading, 0)).containsExactly(new Span(0, 2), new Span(4, 6));
        assertThat(occurrences(reading, 1)).containsExactly(new Span(0, 3));
        assertThat(occurrences(reading, 2)).containsExactly(new Span(1, 3));
        assertThat(occurrences(reading, 3)).containsExactly(new Span(2, 3));
        assertThat(reading.phrases()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(340181);
        for (int round = 0; round < 200; round++) {
            TreeSet<String> different = new TreeSet<>();
            for (int count = 0; count < 30; count++) {
                different.add(letters(random, 1 + random.nextInt(5)));
            }
            List<String> phrases = List.copyOf(different);
            String text = letters(random, 300);

            Reading reading = new PhraseAutomaton(phrases).read(FoldedText.of(text));

            for (int phrase = 0; phrase < phrases.size(); phrase++) {
                assertThat(occurrences(reading, phrase))
                        .as("%s in %s", phrases.get(phrase), text)
                        .isEqualTo(plainly(phrases.get(phrase), text));
            }
        }
    }

    @Test
    void findsNothingInAnEmptyText() {
        Reading reading = new PhraseAutomaton(List.of("路灯")).read(FoldedText.of(""));

        assertThat(reading.has(0)).isFalse();
        assertThat(reading.phrases()).isEmpty();
    }

    private static List<Span> occurrences(Reading reading, int phrase) {
        List<Span> spans = new ArrayList<>();
        for (int index = 0; index < reading.count(phrase); index++) {
            spans.add(reading.occurrence(phrase, index));
        }
        return spans;
    }

    private static List<Span> plainly(String phrase, String text) {
        List<Span> spans = new ArrayList<>();
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            spans.add(new Span(at, at + phrase.length()));
        }
        return spans;
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int count = 0; count < length; count++) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }
}
