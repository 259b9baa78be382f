package org.intakehub.core.learning;

/**
 * A message of which somebody said what it is.
 *
 * @param label the class, such as a category's code
 */
public record Example(Evidence evidence, String label) {}
