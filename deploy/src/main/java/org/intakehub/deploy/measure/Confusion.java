package org.intakehub.deploy.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What was meant against what was answered, with the shares that follow. */
final class Confusion {
    private static final double SUREST = 0.7;

    private final List<Answer> answers = new ArrayList<>();

    private record Answer(String meant, String given, double confidence) {
        boolean isRight() {
            return meant.equals(given);
        }
    }

    void add(String meant, String given, double confidence) {
        answers.add(new Answer(meant, given, confidence));
    }

    double accuracy() {
        return share(answers);
    }

    /** Accuracy on the seven tenths of the answers that were given with the most confidence. */
    double surest() {
        return share(answers.stream()
                .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
                .limit(Math.round(SUREST * answers.size()))
                .toList());
    }

    /** Mean over the labels that were meant, of the harmonic mean of precision and recall. */
    double macroF1() {
        return meant().stream().mapToDouble(this::f1).average().orElse(0);
    }

    private double f1(String label) {
        var right = count(label, label);
        var meant =
                answers.stream().filter(answer -> answer.meant.equals(label)).count();
        var given =
                answers.stream().filter(answer -> answer.given.equals(label)).count();
        return 2.0 * right / Math.max(1, meant + given);
    }

    private long count(String meant, String given) {
        return answers.stream()
                .filter(answer -> answer.meant.equals(meant) && answer.given.equals(given))
                .count();
    }

    private TreeSet<String> meant() {
        var labels = new TreeSet<String>();
        answers.forEach(answer -> labels.add(answer.meant));
        return labels;
    }

    private static double share(List<Answer> answers) {
        return answers.stream().filter(Answer::isRight).count() / (double) Math.max(1, answers.size());
    }

    /** A row for each label that was meant, a column for each that was answered, and the label's F1. */
    @Override
    public String toString() {
        var labels = meant();
        answers.forEach(answer -> labels.add(answer.given));
        var numbered = List.copyOf(labels);
        var table = new StringBuilder("meant \\ answered");
        for (var column = 0; column < numbered.size(); column++) {
            table.append(String.format(Locale.ROOT, "%6d", column + 1));
        }
        table.append("      F1\n");
        for (var row = 0; row < numbered.size(); row++) {
            table.append(String.format(Locale.ROOT, "%16d", row + 1));
            for (var given : numbered) {
                table.append(String.format(Locale.ROOT, "%6d", count(numbered.get(row), given)));
            }
            table.append(String.format(Locale.ROOT, "  %.4f  %s%n", f1(numbered.get(row)), numbered.get(row)));
        }
        return table.toString();
    }
}
