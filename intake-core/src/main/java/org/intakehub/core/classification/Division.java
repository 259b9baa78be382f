package org.intakehub.core.classification;

/**
 * A street or township of the city.
 *
 * @param code nine digits
 */
public record Division(String code, String name, AreaKind kind) {}
