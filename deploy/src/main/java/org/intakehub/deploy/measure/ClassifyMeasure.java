package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.intakehub.core.learning.Example;
import org.intakehub.core.learning.TextModel;
import org.intakehub.core.learning.Trainer;
import org.intakehub.core.rules.CityRules;

/** Trains the category model on one file and scores it on another; see {@code deploy/measure/classify}. */
public final class ClassifyMeasure {
    private ClassifyMeasure() {}

    /**
     * Prints the figures.
     *
     * @param args the file to train on, the file to score on
     */
    public static void main(String[] args) throws IOException {
        var classifier = CityRules.shipped().classifier();
        var training = LabelledMessages.read(Path.of(args[0]), classifier);
        var started = System.nanoTime();
        var model = Trainer.train(training);
        System.out.printf(
                Locale.ROOT,
                "%d messages, %d labels, trained in %.0f s%n",
                training.size(),
                model.labels().size(),
                (System.nanoTime() - started) / 1e9);
        var confusion = new Confusion();
        score(model, LabelledMessages.read(Path.of(args[1]), classifier), confusion);
        var matters = LabelledMessages.matters(Path.of(args[1]));
        matters.forEach(matter -> model.probabilities(classifier.evidence(matter)));
        var before = System.nanoTime();
        matters.forEach(matter -> model.probabilities(classifier.evidence(matter)));
        var milliseconds = (System.nanoTime() - before) / 1e6 / Math.max(1, matters.size());
        System.out.print(confusion);
        System.out.printf(Locale.ROOT, "%d messages scored, accuracy %.4f%n", matters.size(), confusion.accuracy());
        System.out.printf(
                Locale.ROOT,
                "macro_f1=%.4f surest70=%.4f ms=%.3f%n",
                confusion.macroF1(),
                confusion.surest(),
                milliseconds);
    }

    /** Adds what a model answers to each example, with the probability that it gives as confidence. */
    static void score(TextModel model, List<Example> test, Confusion confusion) {
        for (var example : test) {
            var shares = model.probabilities(example.evidence());
            var best = 0;
            for (var label = 1; label < shares.length; label++) {
                best = shares[label] > shares[best] ? label : best;
            }
            confusion.add(example.label(), model.labels().get(best), shares[best]);
        }
    }
}
