package org.intakehub.core.classification;

/**
 * A kind of matter, by which the responsible department is found.
 *
 * @param parentName name of the first level
 */
public record Category(CategoryCode code, String name, String parentName) {}
