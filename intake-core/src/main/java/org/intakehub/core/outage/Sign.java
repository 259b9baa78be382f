package org.intakehub.core.outage;

/**
 * One reason for which a matter is put down to an outage; made of the rules' and the outage's own words, never of the citizen's.
 *
 * @param value a category, a word of the rules, a place of the outage, a division's code, or none
 */
public record Sign(What what, String value) {
    /** What spoke for it. */
    public enum What {
        CATEGORY,
        WORDS,
        PLACE,
        DIVISION,
        /** The place is not named, so that a person has to decide. */
        PLACE_UNNAMED,
        /** A person said so. */
        PERSON
    }
}
