package org.intakehub.core.classification;

import java.util.ArrayList;
import java.util.List;

/** A {@link WordRule} made ready for reading: tells where in a matter it fires. */
final class Trigger<T> {
    /** How many characters a {@code *} may stand for. */
    static final int GAP = 12;

    private final WordRule<T> rule;
    private final List<Part> parts = new ArrayList<>();
    private final int[] vetoes;

    Trigger(WordRule<T> rule, PhraseIds ids) {
        this.rule = rule;
        for (String word : rule.pattern().split("\\*", -1)) {
            parts.add(new Part(FoldedText.fold(word), rule.excludes(), ids));
        }
        vetoes = rule.excludes().stream()
                .map(FoldedText::fold)
                .filter(word -> parts.stream().noneMatch(part -> word.contains(part.word)))
                .mapToInt(ids::of)
                .toArray();
    }

    /** The phrase without which it cannot fire. */
    int firstWord() {
        return parts.get(0).id;
    }

    T target() {
        return rule.target();
    }

    double weight() {
        return rule.weight();
    }

    String pattern() {
        return rule.pattern();
    }

    /** Where it fires in the title; empty if it looks only at the text, or is vetoed. */
    List<Span> inTitle(MatterReading matter) {
        return rule.where() == Where.TEXT ? List.of() : in(matter.title(), matter);
    }

    /** Where it fires in the text; empty if it looks only at the title, or is vetoed. */
    List<Span> inText(MatterReading matter) {
        return rule.where() == Where.TITLE ? List.of() : in(matter.text(), matter);
    }

    boolean firesIn(MatterReading matter) {
        return !inTitle(matter).isEmpty() || !inText(matter).isEmpty();
    }

    /** Where it fires in one reading of the matter. */
    List<Span> in(Reading reading, MatterReading matter) {
        for (Part part : parts) {
            if (!reading.has(part.id)) {
                return List.of();
            }
        }
        for (int veto : vetoes) {
            if (matter.has(veto)) {
                return List.of();
            }
        }
        List<Span> spans = parts.get(0).in(reading);
        for (Part part : parts.subList(1, parts.size())) {
            spans = join(spans, part.in(reading), reading.text());
        }
        return spans;
    }

    private static List<Span> join(List<Span> lefts, List<Span> rights, FoldedText text) {
        List<Span> joined = new ArrayList<>();
        int at = 0;
        for (Span left : lefts) {
            while (at < rights.size() && rights.get(at).begin() < left.end()) {
                at++;
            }
            if (at < rights.size()) {
                Span right = rights.get(at);
                if (right.begin() - left.end() <= GAP && !text.isBrokenBetween(left.end(), right.begin())) {
                    joined.add(new Span(left.begin(), right.end()));
                }
            }
        }
        return joined;
    }

    /** One word of the pattern, with the longer words in which it does not count. */
    private static final class Part {
        private final String word;
        private final int id;
        private final List<Cover> covers = new ArrayList<>();

        Part(String word, List<String> excludes, PhraseIds ids) {
            this.word = word;
            this.id = ids.of(word);
            for (String exclude : excludes) {
                String longer = FoldedText.fold(exclude);
                for (int at = longer.indexOf(word); at >= 0; at = longer.indexOf(word, at + 1)) {
                    covers.add(new Cover(ids.of(longer), longer.length() - at - word.length()));
                }
            }
        }

        List<Span> in(Reading reading) {
            List<Span> spans = new ArrayList<>(reading.count(id));
            for (int index = 0; index < reading.count(id); index++) {
                Span span = reading.occurrence(id, index);
                if (!isCovered(span, reading)) {
                    spans.add(span);
                }
            }
            return spans;
        }

        private boolean isCovered(Span span, Reading reading) {
            for (Cover cover : covers) {
                if (reading.has(cover.phrase) && reading.endsAt(cover.phrase, span.end() + cover.beyond)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param beyond how far the longer word goes on after the word that it covers */
    private record Cover(int phrase, int beyond) {}
}
