package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A citizen's letter as a site publishes it; times and flags are still as the site writes them.
 *
 * @param isPublic the site's flag, if it has one
 * @param others further fields under the site's names
 */
record Letter(
        String id,
        String title,
        String text,
        Optional<String> submitted,
        Optional<String> name,
        Optional<String> department,
        Optional<String> isPublic,
        Optional<URI> url,
        List<Reply> replies,
        Map<String, String> others,
        List<String> notes) {

    /** A published answer. */
    record Reply(String text, Optional<String> when, Optional<String> department) {}

    Letter {
        replies = List.copyOf(replies);
        others = Map.copyOf(others);
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "Letter[" + text.length() + " characters, " + replies.size() + " answers]";
    }
}
