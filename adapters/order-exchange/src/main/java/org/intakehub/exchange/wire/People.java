package org.intakehub.exchange.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Citizen;

/** Reads who an order is from. */
public final class People {
    /** GB/T 2261.1. */
    private static final Map<String, String> GENDERS =
            Map.of("1", "男", "2", "女", "男", "男", "女", "女", "男性", "男", "女性", "女");

    private People() {}

    /** Names of the fields that tell of a citizen, the first that says something counts. */
    public record Names(
            List<String> name,
            List<String> gender,
            List<String> phone,
            List<String> email,
            List<String> address,
            List<String> idNumber) {}

    /**
     * The citizen, as far as the fields tell.
     *
     * @param handle what answers are addressed to
     */
    public static Citizen citizen(Fields fields, Names names, Optional<String> handle) {
        var gender = names.gender().stream()
                .filter(name -> fields.peek(name).map(GENDERS::containsKey).orElse(false))
                .findFirst()
                .flatMap(fields::line)
                .map(word -> String.valueOf(GENDERS.get(word)));
        return new Citizen(
                fields.line(names.name()),
                gender,
                phones(fields, names.phone()),
                fields.line(names.email()),
                fields.line(names.address()),
                fields.line(names.idNumber()),
                Citizen.Kind.PERSON,
                false,
                handle);
    }

    private static List<String> phones(Fields fields, List<String> names) {
        return names.stream()
                .filter(name -> fields.peek(name).filter(People::isPhone).isPresent())
                .flatMap(name -> fields.line(name).stream())
                .flatMap(text -> List.of(text.split("[,，;；、/\\s]+")).stream())
                .filter(phone -> !phone.isEmpty())
                .distinct()
                .toList();
    }

    /** A flag, or a word for "none", is no number. */
    private static boolean isPhone(String text) {
        return text.matches("[0-9+*()（）,，;；、/\\s-]{5,80}");
    }
}
