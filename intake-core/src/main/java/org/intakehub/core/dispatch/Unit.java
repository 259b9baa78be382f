package org.intakehub.core.dispatch;

import java.util.Optional;
import org.intakehub.core.classification.AreaKind;

/**
 * A department, company, street or township that handles work orders.
 *
 * @param area where it sets out from: the on-site clock is longer for a city unit that goes to a township (R6)
 * @param divisionCode the division that it is the territorial unit of
 */
public record Unit(UnitCode code, String name, AreaKind area, Optional<String> divisionCode) {}
