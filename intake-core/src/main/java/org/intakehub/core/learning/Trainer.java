package org.intakehub.core.learning;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Learns a {@link TextModel} from examples; the same examples in the same order give the same model. */
public final class Trainer {
    private static final int FOLDS = 5;
    private static final List<View> VIEWS = List.of(View.values());

    private final Features features;
    private final List<String> labels;
    private final int[] labelOf;
    private final int[] foldOf;
    private final Map<View, List<SparseVector>> vectors = new EnumMap<>(View.class);
    private final Map<View, Double> spreads = new EnumMap<>(View.class);

    private Trainer(List<Example> examples) {
        features = Features.over(examples);
        labels = examples.stream().map(Example::label).distinct().sorted().toList();
        labelOf = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        foldOf = Folds.of(examples.stream().map(Example::evidence).toList(), FOLDS);
        List<Map<View, SparseVector>> rows = examples.stream()
                .map(example -> features.of(example.evidence()))
                .toList();
        for (View view : VIEWS) {
            vectors.put(
                    view,
                    rows.stream()
                            .map(row -> Objects.requireNonNull(row.get(view)))
                            .toList());
        }
    }

    /**
     * Trains on every example, and weighs the views on examples that were held back in turn.
     *
     * @throws IllegalArgumentException without examples of at least two labels
     */
    public static TextModel train(List<Example> examples) {
        Trainer trainer = new Trainer(examples);
        if (trainer.labels.size() < 2) {
            throw new IllegalArgumentException("a model needs examples of at least two labels");
        }
        return trainer.model();
    }

    private TextModel model() {
        Weighing weighing = Weighing.fit(heldBackScores(), labelOf, labels.size());
        int[] all = indexes(-1, true);
        Map<View, LinearWeights> weights = new EnumMap<>(View.class);
        double[] offsets = new double[labels.size()];
        for (int label = 0; label < offsets.length; label++) {
            offsets[label] = weighing.offset(label);
        }
        for (View view : VIEWS) {
            weights.put(view, combined(part(view, all), weighing, offsets));
        }
        return new TextModel(labels, features, weights, offsets);
    }

    /** A weighed sum of linear functions is one linear function: what is learnt in two steps is applied in one. */
    private LinearWeights combined(Part part, Weighing weighing, double[] offsets) {
        int width = features.width(part.view());
        float[][] combined = new float[labels.size()][width];
        for (int label = 0; label < combined.length; label++) {
            for (int plane = 0; plane < labels.size(); plane++) {
                double share =
                        weighing.weight(label, column(part.view(), plane)) / spreads.getOrDefault(part.view(), 1.0);
                float[] weights = part.planes().get(plane);
                for (int place = 0; place < width; place++) {
                    combined[label][place] += (float) (share * weights[place]);
                }
                offsets[label] += share * weights[width];
            }
        }
        return LinearWeights.of(combined, width);
    }

    private double[][] heldBackScores() {
        double[][] scores = new double[labelOf.length][VIEWS.size() * labels.size()];
        for (View view : VIEWS) {
            for (int fold = 0; fold < FOLDS; fold++) {
                Part part = part(view, indexes(fold, false));
                for (int at : indexes(fold, true)) {
                    double[] scored = part.scores(vector(view, at));
                    System.arraycopy(scored, 0, scores[at], column(view, 0), scored.length);
                }
            }
            standardise(view, scores);
        }
        return scores;
    }

    private void standardise(View view, double[][] scores) {
        int from = column(view, 0);
        int to = from + labels.size();
        double sum = 0;
        for (double[] row : scores) {
            sum += Arrays.stream(row, from, to).map(score -> score * score).sum();
        }
        double spread = Math.max(Math.sqrt(sum / (scores.length * (double) labels.size())), 1e-6);
        spreads.put(view, spread);
        for (double[] row : scores) {
            for (int at = from; at < to; at++) {
                row[at] /= spread;
            }
        }
    }

    private Part part(View view, int[] examples) {
        return Part.train(
                view,
                features.width(view),
                Arrays.stream(examples).mapToObj(at -> vector(view, at)).toList(),
                Arrays.stream(examples).map(at -> labelOf[at]).toArray(),
                labels.size());
    }

    private SparseVector vector(View view, int example) {
        return Objects.requireNonNull(vectors.get(view)).get(example);
    }

    private int column(View view, int label) {
        return VIEWS.indexOf(view) * labels.size() + label;
    }

    private int[] indexes(int fold, boolean inside) {
        return IntStream.range(0, foldOf.length)
                .filter(at -> fold < 0 || (foldOf[at] == fold) == inside)
                .toArray();
    }
}
