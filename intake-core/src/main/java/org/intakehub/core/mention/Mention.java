package org.intakehub.core.mention;

/**
 * Something that a text names.
 *
 * @param value how two texts that name the same agree: a telephone number as digits, an amount in yuan, a name without blanks
 * @param begin where it stands in the text, the first character
 * @param end the character after the last
 */
public record Mention(Kind kind, String value, int begin, int end) {
    /** What is named. */
    public enum Kind {
        ESTATE,
        ROAD,
        COMPANY,
        PHONE,
        AMOUNT
    }

    /** Without the value, which may name a person. */
    @Override
    public String toString() {
        return "Mention[" + kind + " " + begin + "-" + end + "]";
    }
}
