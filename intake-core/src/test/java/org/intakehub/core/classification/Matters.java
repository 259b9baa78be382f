package org.intakehub.core.classification;

import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;

/** Matters for tests. */
public final class Matters {
    private Matters() {}

    public static Matter of(String title, String text) {
        return new Matter(title, text, PlaceHint.none(), Optional.empty(), Confidentiality.NORMAL, Optional.empty());
    }

    public static Matter at(String divisionCode, String title, String text) {
        return new Matter(
                title,
                text,
                new PlaceHint(Optional.empty(), Optional.of(divisionCode), Optional.empty()),
                Optional.empty(),
                Confidentiality.NORMAL,
                Optional.empty());
    }

    public static Matter atAddress(String address, String title, String text) {
        return new Matter(
                title,
                text,
                new PlaceHint(Optional.of(address), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Confidentiality.NORMAL,
                Optional.empty());
    }

    public static Matter naming(String unit, String title, String text) {
        return new Matter(title, text, PlaceHint.none(), Optional.of(unit), Confidentiality.NORMAL, Optional.empty());
    }

    public static Matter with(Confidentiality confidentiality, String title, String text) {
        return new Matter(title, text, PlaceHint.none(), Optional.empty(), confidentiality, Optional.empty());
    }
}
