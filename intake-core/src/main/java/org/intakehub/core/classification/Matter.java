package org.intakehub.core.classification;

import java.time.Instant;
import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;

/**
 * What is known of a citizen's matter when it is to be classified.
 *
 * @param title may be empty
 * @param namedUnit the unit that the citizen or the channel names as concerned
 * @param confidentiality what the channel asked for; classification may raise it, never lower it
 */
public record Matter(
        String title,
        String text,
        PlaceHint place,
        Optional<String> namedUnit,
        Confidentiality confidentiality,
        Optional<Instant> occurredAt) {

    /** Lengths only: the words are the citizen's. */
    @Override
    public String toString() {
        return "Matter[title " + title.length() + " characters, text " + text.length() + " characters, " + place
                + ", named unit " + (namedUnit.isPresent() ? "given" : "missing") + ", " + confidentiality + "]";
    }
}
