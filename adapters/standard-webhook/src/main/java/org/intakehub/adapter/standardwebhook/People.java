package org.intakehub.adapter.standardwebhook;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Citizen.Kind;
import tools.jackson.databind.JsonNode;

/** Reads who turns to the city. */
final class People {
    private People() {}

    static Citizen citizen(Fields fields) {
        return new Citizen(
                fields.line("name"),
                fields.line("gender"),
                phones(fields),
                fields.line("email"),
                fields.line("address"),
                fields.line("idNumber"),
                kind(fields),
                fields.node("anonymous").map(JsonNode::asBoolean).orElse(false),
                fields.line("handle"));
    }

    private static List<String> phones(Fields fields) {
        return fields.node("phones").stream()
                .flatMap(JsonNode::valueStream)
                .map(phone -> phone.asString().replaceAll("[\\p{Cc}\\s]+", " ").strip())
                .filter(phone -> !phone.isEmpty())
                .toList();
    }

    private static Kind kind(Fields fields) {
        Optional<String> word = fields.line("kind");
        try {
            return word.map(CitizenMessages::constant).map(Kind::valueOf).orElse(Kind.PERSON);
        } catch (IllegalArgumentException e) {
            fields.giveBack("kind of citizen not known", "kind");
            return Kind.OTHER;
        }
    }
}
