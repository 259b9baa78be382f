package org.intakehub.gateway.filing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Threading;

/** One of several matters of a letter as a message of its own. */
final class PartOfLetter {
    private PartOfLetter() {}

    /** Who wrote it, when and how stays; files, thread and the platform's number stay with the letter. */
    static IntakeMessage of(IntakeMessage letter, UUID id, String text, String number) {
        return new IntakeMessage(
                MessageKey.of(letter.key().value(), "part", id.toString()),
                IntakeMessage.Kind.MATTER,
                Optional.empty(),
                letter.externalUrl(),
                letter.occurredAt(),
                "",
                text.strip(),
                "",
                letter.citizen(),
                letter.place(),
                letter.namedUnit(),
                letter.confidentiality(),
                List.of(),
                Threading.none(),
                letter.automaticReason(),
                Optional.empty(),
                List.of("split out of " + number),
                letter.extras());
    }
}
