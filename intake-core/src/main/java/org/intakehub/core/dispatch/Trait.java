package org.intakehub.core.dispatch;

/**
 * Something known of a matter when it comes in that may tell who handles it.
 *
 * @param kind what is known, such as {@code category} or {@code place}
 */
public record Trait(String kind, String value) {}
