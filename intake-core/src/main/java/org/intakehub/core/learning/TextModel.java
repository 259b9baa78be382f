package org.intakehub.core.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Says how probable each label is for a message: softmax over one linear function of the {@linkplain View views}. Immutable, for any number
 * of threads; it holds hashes and weights, and no word of a message can be read out of it.
 */
public final class TextModel {
    private static final int FORMAT = 0x49484D31;

    private final List<String> labels;
    private final Features features;
    private final Map<View, LinearWeights> weights;
    private final double[] offsets;

    TextModel(List<String> labels, Features features, Map<View, LinearWeights> weights, double[] offsets) {
        this.labels = List.copyOf(labels);
        this.features = features;
        this.weights = new EnumMap<>(weights);
        this.offsets = offsets.clone();
    }

    public List<String> labels() {
        return labels;
    }

    /** One for each label, in their order; calibrated on examples that were held back in training. */
    public double[] probabilities(Evidence evidence) {
        double[] logits = offsets.clone();
        features.of(evidence).forEach((view, vector) -> weightsOf(view).addTo(logits, vector));
        return Weighing.softmax(logits);
    }

    /**
     * The words of the message that speak most for a label.
     *
     * @return at most {@code limit} pieces of two to four characters that several messages of the training share
     */
    public List<String> reasons(Evidence evidence, int label, int limit) {
        List<Reasons.Piece> pieces = new ArrayList<>();
        for (String part : List.of(evidence.title(), evidence.text())) {
            pieces.addAll(Reasons.pieces(part, gram -> preference(gram, label)));
        }
        return Reasons.best(pieces, limit);
    }

    private double preference(String gram, int label) {
        int place = features.place(gram);
        return place < 0
                ? 0
                : weightsOf(View.WHOLE).preference(place, label) * features.rarity(place)
                        + weightsOf(View.PRESENCE).preference(place, label);
    }

    private LinearWeights weightsOf(View view) {
        return Objects.requireNonNull(weights.get(view));
    }

    /** Writes what {@link #read} reads; the stream stays open. */
    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(packed);
        out.writeInt(FORMAT);
        out.writeInt(labels.size());
        for (int label = 0; label < labels.size(); label++) {
            out.writeUTF(labels.get(label));
            out.writeDouble(offsets[label]);
        }
        features.write(out);
        for (View view : View.values()) {
            weightsOf(view).write(out);
        }
        out.flush();
        packed.finish();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is no model or one of another version
     */
    public static TextModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16));
        if (in.readInt() != FORMAT) {
            throw new IOException("not a model of this version");
        }
        double[] offsets = new double[Sizes.read(in)];
        List<String> labels = new ArrayList<>();
        for (int label = 0; label < offsets.length; label++) {
            labels.add(in.readUTF());
            offsets[label] = in.readDouble();
        }
        Features features = Features.read(in);
        Map<View, LinearWeights> weights = new EnumMap<>(View.class);
        for (View view : View.values()) {
            weights.put(view, LinearWeights.read(in, offsets.length));
        }
        return new TextModel(labels, features, weights, offsets);
    }
}
