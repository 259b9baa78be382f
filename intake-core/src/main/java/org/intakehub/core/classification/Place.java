package org.intakehub.core.classification;

import java.util.Optional;

/**
 * Where a matter lies, as far as it says.
 *
 * @param confidence above 0, at most 1: the share of what was said of places that speaks for this one
 */
public record Place(Division division, Optional<Community> community, double confidence) {}
