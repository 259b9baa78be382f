package org.intakehub.core.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Covers what names a citizen in the texts of a case; draws nothing if the reader may see him. */
public final class Veil {
    /** Stands where something is hidden; pages and machines show it alike. */
    public static final String COVER = "＊＊＊";

    private static final int SHORTEST = 2;

    private final boolean drawn;
    private final List<String> names;

    /** @param names what is known to name him: name, telephone numbers, addresses */
    public Veil(boolean drawn, Stream<@Nullable String> names) {
        this.drawn = drawn;
        this.names = names.filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public boolean isDrawn() {
        return drawn;
    }

    /** A field that is nothing but the citizen's. */
    public @Nullable String field(@Nullable String value) {
        return drawn && value != null && !value.isEmpty() ? COVER : value;
    }

    /** Words in which he may be named. */
    public String text(String words) {
        var covered = words;
        if (drawn) {
            for (var name : names) {
                covered = covered.replace(name, COVER);
            }
        }
        return covered;
    }
}
