package org.intakehub.gateway.inbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of cases is narrowed to; empty strings narrow nothing.
 *
 * @param category two digits for a first level, four for a second
 * @param unit code of a unit that leads an open work order
 * @param q words that stand in number, title, description, the citizen's name or his telephone numbers
 * @param view one of the ready-made views
 */
record CaseFilter(String channel, String state, String category, String unit, String q, Optional<CaseView> view) {
    private static final int LONGEST_WORDS = 200;

    CaseFilter {
        if (!state.isEmpty()
                && Arrays.stream(CaseState.values())
                        .noneMatch(known -> known.name().equals(state))) {
            throw new BadParameter("'state' is one of " + Arrays.toString(CaseState.values()));
        }
        if (!category.isEmpty() && !category.matches("\\d{2}") && !CategoryCode.isWellFormed(category)) {
            throw new BadParameter("'category' has two or four digits");
        }
        if (!unit.isEmpty() && !UnitCode.isWellFormed(unit)) {
            throw new BadParameter("'unit' is the code of a unit");
        }
        q = q.strip();
        if (q.length() > LONGEST_WORDS) {
            throw new BadParameter("'q' has at most 200 characters");
        }
    }

    static CaseFilter of(
            @Nullable String channel,
            @Nullable String state,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String q,
            @Nullable String view) {
        return new CaseFilter(
                orEmpty(channel),
                orEmpty(state),
                orEmpty(category),
                orEmpty(unit),
                orEmpty(q),
                CaseView.of(orEmpty(view)));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    public boolean isEmpty() {
        return (channel + state + category + unit + q).isEmpty() && view.isEmpty();
    }

    /** What stands in an address for this filter. */
    private Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("channel", channel);
        words.put("state", state);
        words.put("category", category);
        words.put("unit", unit);
        words.put("q", q);
        words.put("view", view.map(CaseView::name).orElse(""));
        words.values().removeIf(String::isEmpty);
        return words;
    }

    /** The address of the list, encoded. */
    String address(String path, Map<String, String> more) {
        var values = words();
        values.putAll(more);
        return address(path, values, "");
    }

    private static String address(String path, Map<String, String> values, String without) {
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().stream()
                .filter(name -> !name.equals(without))
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** The address of the list narrowed to one more value, instead of what it had there. */
    public String with(String name, String value) {
        return address("/cases", Map.of(name, value));
    }

    /**
     * One thing that narrows the list.
     *
     * @param without the address of the list without it
     */
    public record Chip(String name, String value, String without) {}

    /** What the reader can take away again, one by one; the view is not among them, it has its own place on the page. */
    public List<Chip> chips() {
        var words = words();
        return words.entrySet().stream()
                .filter(word -> !word.getKey().equals("view"))
                .map(word -> new Chip(word.getKey(), word.getValue(), address("/cases", words, word.getKey())))
                .toList();
    }

    /** The address of a case's page on which the words of a search are marked. */
    static String caseAddress(UUID id, String q) {
        var page = "/cases/" + id;
        return q.isEmpty() ? page : address(page, Map.of("q", q), "");
    }

    /** Pairs of neighbouring characters, by which texts with these words are looked up; none for a single character. */
    List<String> pairs() {
        var letters = q.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
        return IntStream.range(1, letters.size())
                .mapToObj(place -> letters.get(place - 1) + letters.get(place))
                .distinct()
                .toList();
    }

    /** For {@code ilike}: the words themselves, nothing in them a wildcard. */
    Optional<String> pattern() {
        return q.isEmpty()
                ? Optional.empty()
                : Optional.of("%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
