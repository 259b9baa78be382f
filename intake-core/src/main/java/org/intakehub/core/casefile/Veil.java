package org.intakehub.core.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Covers what names a citizen in the texts of a case, or masks how he is reached; does neither if the reader may see all of him. */
public final class Veil {
    /** Stands where something is hidden; pages and machines show it alike. */
    public static final String COVER = "＊＊＊";

    private static final int SHORTEST = 2;
    /** What is shorter, such as an emergency number, stands in many texts without meaning the citizen. */
    private static final int SHORTEST_CONTACT = 7;

    private enum Way {
        OPEN,
        MASKING,
        DRAWN
    }

    private final Way way;
    private final List<String> names;

    /** @param names what is known to name him: name, telephone numbers, addresses */
    public Veil(boolean drawn, Stream<@Nullable String> names) {
        this(drawn ? Way.DRAWN : Way.OPEN, SHORTEST, names);
    }

    private Veil(Way way, int shortest, Stream<@Nullable String> names) {
        this.way = way;
        this.names = names.filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> name.length() >= shortest)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Shows who he is, and masks how he is reached.
     *
     * @param contacts telephone numbers, e-mail address, identity number
     */
    public static Veil masking(Stream<@Nullable String> contacts) {
        return new Veil(Way.MASKING, SHORTEST_CONTACT, contacts);
    }

    public boolean isDrawn() {
        return way == Way.DRAWN;
    }

    public boolean isMasking() {
        return way == Way.MASKING;
    }

    /** A field that is nothing but the citizen's. */
    public @Nullable String field(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return value;
        }
        return isDrawn() ? COVER : text(value);
    }

    /** A field that leads to him, but does not tell how he is reached. */
    public @Nullable String trail(@Nullable String value) {
        return isDrawn() ? field(value) : value;
    }

    /** A field by which he is reached or identified. */
    public @Nullable String contact(@Nullable String value) {
        return isMasking() && value != null ? Mask.of(value) : field(value);
    }

    /** Several of them. */
    public List<String> contacts(List<String> values) {
        return values.stream().map(this::contact).filter(Objects::nonNull).toList();
    }

    /** Words in which he may be named; numbers and addresses in them are masked, for they may be his as well. */
    public String text(String words) {
        if (way == Way.OPEN) {
            return words;
        }
        var covered = words;
        for (var name : names) {
            covered = covered.replace(name, isDrawn() ? COVER : Mask.of(name));
        }
        return Mask.text(covered);
    }

    /** The beginning or the middle of such words. */
    public String excerpt(String piece) {
        return way == Way.OPEN ? piece : Mask.excerpt(text(piece));
    }
}
