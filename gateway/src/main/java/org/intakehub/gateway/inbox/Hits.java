package org.intakehub.gateway.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where words stand in a text, so that a page can mark them without ever treating the text as anything but text. Templates call it {@code @hits}. */
@Component("hits")
class Hits {
    /** What a piece of text is: plain, found by a search, or a word that the hub went by. */
    enum Kind {
        PLAIN,
        REASON,
        FOUND
    }

    /** A piece of the text; the pieces together are the text, character for character. */
    public record Piece(String text, Kind kind) {
        public boolean isFound() {
            return kind == Kind.FOUND;
        }

        public boolean isReason() {
            return kind == Kind.REASON;
        }
    }

    /** Marks what a search found. */
    public List<Piece> of(@Nullable String text, @Nullable String searched) {
        return of(text, searched, List.of());
    }

    /** Marks what a search found, and besides it the words that the hub went by. */
    public List<Piece> of(@Nullable String text, @Nullable String searched, Collection<String> reasons) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var kinds = new Kind[text.length()];
        Arrays.fill(kinds, Kind.PLAIN);
        reasons.forEach(reason -> mark(text, reason, Kind.REASON, kinds));
        if (searched != null) {
            mark(text, searched.strip(), Kind.FOUND, kinds);
        }
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var place = 1; place <= kinds.length; place++) {
            if (place == kinds.length || kinds[place] != kinds[from]) {
                pieces.add(new Piece(text.substring(from, place), kinds[from]));
                from = place;
            }
        }
        return pieces;
    }

    private static void mark(String text, String word, Kind kind, Kind[] kinds) {
        if (word.isEmpty()) {
            return;
        }
        var place = 0;
        while (place + word.length() <= text.length()) {
            if (text.regionMatches(true, place, word, 0, word.length())) {
                Arrays.fill(kinds, place, place + word.length(), kind);
                place += word.length();
            } else {
                place++;
            }
        }
    }
}
