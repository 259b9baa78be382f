package org.intakehub.core.channel;

import java.util.Optional;

/**
 * What a message itself says of where the matter is.
 *
 * @param divisionCode administrative division, 6 to 12 digits, if the platform names one
 */
public record PlaceHint(Optional<String> address, Optional<String> divisionCode, Optional<Coordinates> coordinates) {
    public static PlaceHint none() {
        return new PlaceHint(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "PlaceHint[address " + (address.isPresent() ? "given" : "missing") + ", division "
                + divisionCode.orElse("missing") + ", coordinates " + (coordinates.isPresent() ? "given" : "missing")
                + "]";
    }
}
