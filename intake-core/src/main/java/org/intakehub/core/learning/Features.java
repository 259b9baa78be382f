package org.intakehub.core.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns a message into numbers, one list for each view. */
final class Features {
    private static final int TITLE_COUNTS = 4;
    private static final int WHOLE_LONGEST = 2;
    private static final int TITLE_LONGEST = 3;
    private static final int WHOLE_SEED = 0x51ED270B;
    private static final int TITLE_SEED = 0x2545F491;

    private final GramSpace whole;
    private final GramSpace title;
    private final List<String> hints;

    private Features(GramSpace whole, GramSpace title, List<String> hints) {
        this.whole = whole;
        this.title = title;
        this.hints = List.copyOf(hints);
    }

    static Features over(List<Example> examples) {
        List<Evidence> evidence = examples.stream().map(Example::evidence).toList();
        return new Features(
                GramSpace.over(evidence.stream().map(Features::wholeGrams).toList()),
                GramSpace.over(evidence.stream().map(Features::titleGrams).toList()),
                evidence.stream()
                        .flatMap(one -> one.hints().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    Map<View, SparseVector> of(Evidence evidence) {
        SparseVector counts = whole.counts(wholeGrams(evidence));
        Map<View, SparseVector> features = new EnumMap<>(View.class);
        features.put(View.WHOLE, dampened(counts).times(whole.rarity()).unit());
        features.put(View.PRESENCE, presence(counts).unit());
        features.put(
                View.TITLE,
                dampened(title.counts(titleGrams(evidence)))
                        .times(title.rarity())
                        .unit());
        features.put(View.HINTS, hints(evidence).unit());
        return features;
    }

    int width(View view) {
        return switch (view) {
            case WHOLE, PRESENCE -> whole.size();
            case TITLE -> title.size();
            case HINTS -> hints.size();
        };
    }

    /** The place of a gram of one or two characters in the views of the whole; negative if it has none. */
    int place(String gram) {
        int[] hashes = Grams.of(gram, gram.length(), WHOLE_SEED);
        return whole.place(hashes[gram.length() - 1]);
    }

    float rarity(int place) {
        return whole.rarity()[place];
    }

    private static int[] wholeGrams(Evidence evidence) {
        int[] fromTitle = Grams.of(evidence.title(), WHOLE_LONGEST, WHOLE_SEED);
        int[] fromText = Grams.of(evidence.text(), WHOLE_LONGEST, WHOLE_SEED);
        int[] all = new int[fromTitle.length * TITLE_COUNTS + fromText.length];
        for (int time = 0; time < TITLE_COUNTS; time++) {
            System.arraycopy(fromTitle, 0, all, time * fromTitle.length, fromTitle.length);
        }
        System.arraycopy(fromText, 0, all, TITLE_COUNTS * fromTitle.length, fromText.length);
        return all;
    }

    private static int[] titleGrams(Evidence evidence) {
        return Grams.of(evidence.title(), TITLE_LONGEST, TITLE_SEED);
    }

    private static SparseVector dampened(SparseVector counts) {
        return counts.map(count -> 1 + Math.log(count));
    }

    private static SparseVector presence(SparseVector counts) {
        return counts.map(count -> 1);
    }

    private SparseVector hints(Evidence evidence) {
        int[] places = new int[hints.size()];
        float[] values = new float[hints.size()];
        int size = 0;
        for (int hint = 0; hint < places.length; hint++) {
            double strength = evidence.hints().getOrDefault(hints.get(hint), 0.0);
            if (strength > 0) {
                places[size] = hint;
                values[size++] = (float) Math.log1p(strength);
            }
        }
        return new SparseVector(places, values, size);
    }

    void write(DataOutputStream out) throws IOException {
        whole.write(out);
        title.write(out);
        out.writeInt(hints.size());
        for (String hint : hints) {
            out.writeUTF(hint);
        }
    }

    static Features read(DataInputStream in) throws IOException {
        GramSpace whole = GramSpace.read(in);
        GramSpace title = GramSpace.read(in);
        List<String> hints = new ArrayList<>();
        for (int left = Sizes.read(in); left > 0; left--) {
            hints.add(in.readUTF());
        }
        return new Features(whole, title, hints);
    }
}
