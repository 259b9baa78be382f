package org.intakehub.adapter.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.IntakeMessage;

/** The texts of a message that people will read. */
final class Texts {
    private Texts() {}

    static List<String> of(IntakeMessage message) {
        var citizen = message.citizen();
        var plain = Stream.of(message.title(), message.text(), message.foldedText());
        var optional = Stream.of(
                        citizen.name(),
                        citizen.gender(),
                        citizen.email(),
                        citizen.address(),
                        citizen.idNumber(),
                        citizen.handle(),
                        message.place().address(),
                        message.namedUnit())
                .flatMap(Optional::stream);
        return Stream.of(plain, optional, citizen.phones().stream(), message.notes().stream())
                .flatMap(texts -> texts)
                .toList();
    }
}
