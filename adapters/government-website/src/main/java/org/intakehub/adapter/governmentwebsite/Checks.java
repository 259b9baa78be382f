package org.intakehub.adapter.governmentwebsite;

import org.jspecify.annotations.Nullable;

/** What all settings of the channel are checked with. */
final class Checks {
    private Checks() {}

    // the binder of properties passes null for what is not set
    static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static String text(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** An address below the site's own, with a query if it likes. */
    static String path(String setting, String value) {
        check(
                value.matches("/[A-Za-z0-9/_.~?&=%,:;@{}+-]*"),
                setting + " begins with a slash and holds only what an address may");
        return value;
    }
}
