package org.intakehub.adapter.webform;

import org.jspecify.annotations.Nullable;

/**
 * Which desk of the city a form is.
 *
 * @param desk whose name the page bears and whose letters these are; the government website unless told
 */
public record WebFormSettings(@Nullable Desk desk) {
    Desk deskOrDefault() {
        return desk == null ? Desk.GOVERNMENT_WEBSITE : desk;
    }
}
