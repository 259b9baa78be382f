package org.intakehub.adapter.weibo;

import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import tools.jackson.databind.JsonNode;

/** What pushes and lists have in common: the same mention has the same key on either way. */
final class Keys {
    static final String STATUS = "status";
    static final String COMMENT = "comment";

    /** What a mention can stand in; begins the key of its message. */
    static final Set<String> OF_MENTIONS = Set.of(STATUS, COMMENT);

    private Keys() {}

    /** Degrees as numbers or texts; empty if they are none. */
    static Optional<Coordinates> coordinates(JsonNode longitude, JsonNode latitude, ReferenceSystem system) {
        return degrees(longitude, 180).flatMap(x -> degrees(latitude, 90).map(y -> new Coordinates(x, y, system)));
    }

    private static Optional<Double> degrees(JsonNode value, int most) {
        return Optional.of(value.isString() ? value.stringValue() : value.toString())
                .filter(text -> text.matches("-?[0-9]{1,3}(\\.[0-9]{1,20})?"))
                .map(Double::valueOf)
                .filter(degrees -> Math.abs(degrees) <= most);
    }
}
