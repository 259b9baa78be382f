package org.intakehub.core.channel;

import java.util.List;
import java.util.Optional;

/**
 * Who turns to the city, as far as the message tells; {@link #toString()} names nobody.
 *
 * @param handle the citizen's id or address on the channel they came from; answers go there
 */
public record Citizen(
        Optional<String> name,
        Optional<String> gender,
        List<String> phones,
        Optional<String> email,
        Optional<String> address,
        Optional<String> idNumber,
        Kind kind,
        boolean anonymous,
        Optional<String> handle) {

    /** A natural person, a company, or a body that is neither. */
    public enum Kind {
        PERSON,
        COMPANY,
        OTHER
    }

    public Citizen {
        phones = List.copyOf(phones);
    }

    /** Somebody of whom the message tells nothing. */
    public static Citizen unknown() {
        return new Citizen(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kind.PERSON,
                false,
                Optional.empty());
    }

    /** Somebody known by name and e-mail address only, who is answered there. */
    public static Citizen ofMail(Optional<String> name, String email) {
        return new Citizen(
                name,
                Optional.empty(),
                List.of(),
                Optional.of(email),
                Optional.empty(),
                Optional.empty(),
                Kind.PERSON,
                false,
                Optional.of(email));
    }

    @Override
    public String toString() {
        return "Citizen[" + kind + (anonymous ? ", anonymous" : "") + "]";
    }
}
