package org.intakehub.core.learning;

import java.util.List;
import java.util.stream.IntStream;

/** What one view says for each label: planes that part the label's examples from all others. */
record Part(View view, List<float[]> planes) {
    static Part train(View view, int width, List<SparseVector> examples, int[] labels, int labelCount) {
        return new Part(
                view,
                IntStream.range(0, labelCount)
                        .mapToObj(label -> plane(view, width, examples, labels, label))
                        .toList());
    }

    double[] scores(SparseVector example) {
        return planes.stream()
                .mapToDouble(plane -> LinearSvm.score(example, plane))
                .toArray();
    }

    private static float[] plane(View view, int width, List<SparseVector> examples, int[] labels, int label) {
        boolean[] positive = new boolean[labels.length];
        for (int at = 0; at < labels.length; at++) {
            positive[at] = labels[at] == label;
        }
        if (view != View.PRESENCE) {
            return LinearSvm.train(examples, positive, width, view.cost());
        }
        float[] preference = preference(examples, positive, width);
        float[] plane = LinearSvm.train(
                examples.stream().map(example -> example.times(preference)).toList(), positive, width, view.cost());
        for (int place = 0; place < width; place++) {
            plane[place] *= preference[place];
        }
        return plane;
    }

    /** How much more often each gram stands in the label's examples than in the others: logarithm of the ratio. */
    private static float[] preference(List<SparseVector> examples, boolean[] positive, int width) {
        double[] with = new double[width];
        double[] without = new double[width];
        double allWith = width;
        double allWithout = width;
        for (int at = 0; at < positive.length; at++) {
            SparseVector example = examples.get(at);
            for (int gram = 0; gram < example.size(); gram++) {
                (positive[at] ? with : without)[example.place(gram)]++;
            }
            if (positive[at]) {
                allWith += example.size();
            } else {
                allWithout += example.size();
            }
        }
        float[] preference = new float[width];
        for (int place = 0; place < width; place++) {
            preference[place] = (float) Math.log((with[place] + 1) / allWith * (allWithout / (without[place] + 1)));
        }
        return preference;
    }
}
