package org.intakehub.core.outage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.classification.WordFinder;
import org.intakehub.core.classification.WordRule;
import org.intakehub.core.mention.Mention;
import org.intakehub.core.mention.Mentions;

/**
 * Tells which matters an outage explains (R21): category, words, place and time have to agree, since the citizen is answered without a
 * person. Immutable, for any number of threads.
 */
public final class OutageRules {
    private final Map<OutageKind, Set<String>> categories;
    private final WordFinder<OutageKind> words;

    /** @param categories codes of the categories in which people tell of each kind */
    public OutageRules(Map<OutageKind, Set<String>> categories, List<WordRule<OutageKind>> words) {
        this.categories = Map.copyOf(categories);
        this.words = new WordFinder<>(words);
    }

    /** The categories in which people tell of an outage of this kind. */
    public Set<String> categories(OutageKind kind) {
        return categories.getOrDefault(kind, Set.of());
    }

    /** Empty if the matter is none of the outage's. */
    public Optional<OutageMatch> match(OutageScope outage, ToldMatter told) {
        var category = told.categories().stream()
                .filter(categories(outage.kind())::contains)
                .findFirst();
        if (category.isEmpty() || told.at().isBefore(outage.from())) {
            return Optional.empty();
        }
        var word = Optional.ofNullable(words.in(told.matter()).get(outage.kind()));
        return word.flatMap(heard -> place(outage, told).map(place -> {
            var signs = List.of(new Sign(Sign.What.CATEGORY, category.get()), new Sign(Sign.What.WORDS, heard), place);
            return new OutageMatch(place.what() != Sign.What.PLACE_UNNAMED, signs);
        }));
    }

    private static Optional<Sign> place(OutageScope outage, ToldMatter told) {
        var division = told.division();
        var isElsewhere = division.isPresent()
                && !outage.divisions().isEmpty()
                && !outage.divisions().contains(division.get());
        if (isElsewhere) {
            return Optional.empty();
        }
        if (outage.places().isEmpty()) {
            return division.map(code -> new Sign(Sign.What.DIVISION, code));
        }
        var text = even(told);
        var named = outage.places().stream()
                .filter(place -> text.contains(even(place)))
                .findFirst();
        if (named.isPresent()) {
            return Optional.of(new Sign(Sign.What.PLACE, named.get()));
        }
        // Whoever names another estate lives in another one.
        return division.isPresent() && !outage.divisions().isEmpty() && !namesAnEstate(text)
                ? Optional.of(new Sign(Sign.What.PLACE_UNNAMED, division.get()))
                : Optional.empty();
    }

    private static boolean namesAnEstate(String text) {
        return Mentions.in(text).stream().anyMatch(one -> one.kind() == Mention.Kind.ESTATE);
    }

    private static String even(ToldMatter told) {
        var parts = new ArrayList<String>();
        told.matter().place().address().ifPresent(parts::add);
        parts.add(told.matter().title());
        parts.add(told.matter().text());
        return even(String.join("。", parts));
    }

    private static String even(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }
}
