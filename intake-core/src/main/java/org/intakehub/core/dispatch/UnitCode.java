package org.intakehub.core.dispatch;

import java.util.regex.Pattern;

/**
 * Names a unit in addresses and queue names.
 *
 * @param value lower-case ASCII letters and digits, words joined by hyphens, such as {@code zhujian}
 */
public record UnitCode(String value) {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * Checks the form; whether the city has such a unit is another question.
     *
     * @throws IllegalArgumentException unless it is such a word
     */
    public UnitCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a unit code has lower-case letters, digits and hyphens");
        }
    }

    public static boolean isWellFormed(String value) {
        return SLUG.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
