package org.intakehub.core.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Picks the pieces of a text that weighed most; two that overlap by a character become one. */
final class Reasons {
    private static final int READ = 4_000;

    private Reasons() {}

    /** A piece of a text and what it weighed. */
    record Piece(String words, double weight) {}

    static List<Piece> pieces(String text, ToDoubleFunction<String> weigh) {
        int grams = Math.min(text.length(), READ) - 1;
        double[] weights = new double[Math.max(grams, 0)];
        for (int at = 0; at < grams; at++) {
            String gram = text.substring(at, at + 2);
            weights[at] = isWord(gram) ? weigh.applyAsDouble(gram) : 0;
        }
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < grams; at++) {
            if (weights[at] > 0 && isPeak(weights, at)) {
                boolean before = at > 0 && 2 * weights[at - 1] > weights[at];
                boolean after = at + 1 < grams && 2 * weights[at + 1] > weights[at];
                pieces.add(new Piece(text.substring(before ? at - 1 : at, after ? at + 3 : at + 2), weights[at]));
            }
        }
        return pieces;
    }

    /** The heaviest, each once and none inside another. */
    static List<String> best(List<Piece> pieces, int limit) {
        Set<String> best = new LinkedHashSet<>();
        pieces.stream()
                .sorted(Comparator.comparingDouble(Piece::weight).reversed())
                .map(Piece::words)
                .filter(words -> best.size() < limit
                        && best.stream().noneMatch(other -> other.contains(words) || words.contains(other)))
                .forEach(best::add);
        return List.copyOf(best);
    }

    private static boolean isPeak(double[] weights, int at) {
        return (at == 0 || weights[at] >= weights[at - 1])
                && (at + 1 == weights.length || weights[at] > weights[at + 1]);
    }

    private static boolean isWord(String gram) {
        return gram.chars().allMatch(Character::isLetter);
    }
}
