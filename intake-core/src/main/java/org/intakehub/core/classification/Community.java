package org.intakehub.core.classification;

/**
 * A community (社区) or village of a division.
 *
 * @param code twelve digits, the first nine those of its division
 */
public record Community(String code, String name) {}
