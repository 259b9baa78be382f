package org.intakehub.core.classification;

/**
 * Names a category of the second level; always four digits, of which the first two name the first level.
 *
 * @param value such as {@code 0302}
 */
public record CategoryCode(String value) implements Comparable<CategoryCode> {
    /**
     * Checks the form; whether the city has such a category is another question.
     *
     * @throws IllegalArgumentException unless there are exactly four digits
     */
    public CategoryCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a category code has four digits");
        }
    }

    public static boolean isWellFormed(String value) {
        return value.length() == 4 && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** The two digits of the first level. */
    public String parent() {
        return value.substring(0, 2);
    }

    @Override
    public int compareTo(CategoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
