package org.intakehub.core.similar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes fingerprints of messages; about a tenth of a millisecond each, safe for many threads. */
public final class Fingerprints {
    /** Longer texts repeat themselves; the matter is told by then. */
    private static final int LONGEST = 4000;

    private static final int NAME_KEYS = 6;
    private static final int KEYS = 12;
    private static final Pattern NUMBERED = Pattern.compile("[a-z]?[0-9]{1,4}(?:期|栋|幢|单元|组|队|区|县)");

    private static final GramCounts NOTHING = GramCounts.of();

    private final GramWeights weights;

    public Fingerprints(GramWeights weights) {
        this.weights = weights;
    }

    /**
     * Takes the fingerprint of one message.
     *
     * @param title may be empty, or the beginning of the text
     */
    public Fingerprint of(String title, String text) {
        var evenTitle = EvenText.of(title);
        var evenText = EvenText.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var inTitle = new LinkedHashSet<>(Names.in(evenTitle));
        var inText = Names.in(evenText);
        var names = new LinkedHashSet<>(inTitle);
        names.addAll(inText);
        var nameGrams = GramCounts.of(String.join(" ", inTitle), String.join(" ", inText));
        var grams = GramCounts.of(evenTitle, evenTitle, evenText);
        return new Fingerprint(
                new Fingerprint.Told(
                        evenText.length(), List.copyOf(names), numbers(evenTitle + " " + evenText), same(evenText)),
                new Fingerprint.Named(nameGrams, GramCounts.of(first(evenTitle, evenText))),
                SparseVector.of(nameGrams, NOTHING, weights),
                SparseVector.of(grams, nameGrams, weights),
                topics(evenTitle, evenText, nameGrams),
                keys(nameGrams, grams));
    }

    private static String first(String title, String text) {
        var inTitle = Names.first(title);
        return inTitle.isEmpty() ? Names.first(text) : inTitle;
    }

    private static Set<String> numbers(String even) {
        var numbers = new HashSet<String>();
        NUMBERED.matcher(even).results().forEach(found -> numbers.add(found.group()));
        return numbers;
    }

    private static long same(String evenText) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < evenText.length(); at++) {
            if (evenText.charAt(at) != ' ') {
                hash = (hash ^ evenText.charAt(at)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    private float[] topics(String title, String text, GramCounts nameGrams) {
        float[] ofTitle = direction(title, nameGrams);
        float[] both = direction(text, nameGrams);
        for (int topic = 0; topic < both.length; topic++) {
            both[topic] += ofTitle[topic];
        }
        unit(both);
        for (int topic = 0; topic < both.length; topic++) {
            both[topic] -= weights.mean(topic);
        }
        return unit(both);
    }

    /** Of length one, unless no word bears on any topic. */
    private float[] direction(String even, GramCounts without) {
        var pairs = GramCounts.ofPairs(even);
        var sum = new float[GramWeights.TOPICS];
        for (int at = 0; at < pairs.size(); at++) {
            if (!without.has(pairs.gram(at))) {
                weights.addTopics(sum, pairs.gram(at), pairs.weight(at, weights));
            }
        }
        return unit(sum);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float part : vector) {
            squares += part * part;
        }
        float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
        for (int at = 0; at < vector.length; at++) {
            vector[at] /= length;
        }
        return vector;
    }

    private List<Integer> keys(GramCounts nameGrams, GramCounts grams) {
        var keys = new LinkedHashSet<>(nameGrams.heaviest(NAME_KEYS, weights));
        for (Integer gram : grams.heaviest(KEYS, weights)) {
            if (keys.size() < KEYS) {
                keys.add(gram);
            }
        }
        return new ArrayList<>(keys);
    }
}
