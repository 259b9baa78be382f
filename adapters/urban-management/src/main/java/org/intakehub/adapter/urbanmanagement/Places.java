package org.intakehub.adapter.urbanmanagement;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.exchange.wire.Fields;

/** Reads where a case is; the values as they came stay among the extras, with the name of their system. */
record Places(PositionSystem system) {
    private static final List<String> FINEST_FIRST = List.of("communityId", "streetId", "districtId");

    PlaceHint place(Fields fields, IntakeMessage.Builder message) {
        var division = FINEST_FIRST.stream()
                .flatMap(name -> fields.peek(name).stream())
                .filter(code -> code.matches("[0-9]{6,12}"))
                .findFirst();
        return new PlaceHint(fields.line("address"), division, position(fields, message));
    }

    private Optional<Coordinates> position(Fields fields, IntakeMessage.Builder message) {
        var x = number(fields, "coordinateX");
        var y = number(fields, "coordinateY");
        // sites send zeros for what they do not know
        if (x.isEmpty() || y.isEmpty() || (x.get() == 0 && y.get() == 0)) {
            return Optional.empty();
        }
        message.extra("referenceSystem", system.name());
        var position =
                areSwapped(x.get(), y.get()) ? system.position(y.get(), x.get()) : system.position(x.get(), y.get());
        if (position.isEmpty() && system != PositionSystem.LOCAL) {
            message.note("position does not fit the reference system of this source");
        } else if (areSwapped(x.get(), y.get())) {
            message.note("longitude and latitude came the wrong way round");
        }
        return position;
    }

    /** In degrees, no place in China has a longitude below 73 or a latitude above 54. */
    private static boolean areSwapped(double x, double y) {
        return x > 0 && x < 60 && y > 70 && y <= 180;
    }

    private static Optional<Double> number(Fields fields, String name) {
        try {
            return fields.peek(name).map(Double::valueOf).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
