package org.intakehub.adapter.standardwebhook;

import java.util.Optional;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.PlaceHint;
import tools.jackson.databind.JsonNode;

/** Reads where the matter is; what is not understood stays among the extras. */
final class Places {
    private Places() {}

    static PlaceHint place(Fields fields) {
        return new PlaceHint(fields.line("address"), divisionCode(fields), coordinates(fields));
    }

    private static Optional<String> divisionCode(Fields fields) {
        var code = fields.line("divisionCode");
        if (code.isPresent() && !code.get().matches("[0-9]{6,12}")) {
            fields.giveBack("division code not understood", "divisionCode");
            return Optional.empty();
        }
        return code;
    }

    private static Optional<Coordinates> coordinates(Fields fields) {
        var longitude = fields.node("longitude").map(JsonNode::asDouble);
        var latitude = fields.node("latitude").map(JsonNode::asDouble);
        var system = fields.line("referenceSystem").flatMap(Places::system);
        if (longitude.isPresent() && latitude.isPresent() && system.isPresent()) {
            return Optional.of(new Coordinates(longitude.get(), latitude.get(), system.get()));
        }
        if (longitude.isPresent() || latitude.isPresent()) {
            fields.giveBack(
                    "position without longitude, latitude or a known reference system",
                    "longitude",
                    "latitude",
                    "referenceSystem");
        }
        return Optional.empty();
    }

    private static Optional<ReferenceSystem> system(String name) {
        try {
            return Optional.of(
                    ReferenceSystem.valueOf(CitizenMessages.constant(name).replaceAll("[_ ]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
