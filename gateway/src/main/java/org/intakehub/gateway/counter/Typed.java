package org.intakehub.gateway.counter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.classification.AppealType;

/**
 * What a visitor typed into a form, as it came; nothing of it is trusted.
 *
 * @param type name of an {@link AppealType}, or empty
 */
record Typed(String title, String text, String name, String phone, String place, String type, boolean confidential) {
    static final int LONGEST_TITLE = 100;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_NAME = 50;
    static final int LONGEST_PLACE = 200;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,19}");

    static final Typed NOTHING = new Typed("", "", "", "", "", "", false);

    /** Names of the fields that cannot stay as they are, in the order of the page. */
    List<String> wrongFields() {
        var wrong = new ArrayList<String>();
        check(!title.isEmpty() && title.length() <= LONGEST_TITLE, "title", wrong);
        check(!text.isEmpty() && text.length() <= LONGEST_TEXT, "text", wrong);
        check(place.length() <= LONGEST_PLACE, "place", wrong);
        check(
                type.isEmpty()
                        || Arrays.stream(AppealType.values())
                                .anyMatch(one -> one.name().equals(type)),
                "type",
                wrong);
        check(name.length() <= LONGEST_NAME, "name", wrong);
        check(phone.isEmpty() || PHONE.matcher(phone).matches(), "phone", wrong);
        return wrong;
    }

    private static void check(boolean holds, String field, List<String> wrong) {
        if (!holds) {
            wrong.add(field);
        }
    }

    FormEntry entry(String key, List<Attachment.Inline> files) {
        var number = filled(phone).map(shown -> shown.replaceAll("[ -]", ""));
        var citizen = new Citizen(
                filled(name),
                Optional.empty(),
                number.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                name.isEmpty() && phone.isEmpty(),
                number);
        return new FormEntry(key, title, text, citizen, filled(place), filled(type), confidential, files, Map.of());
    }

    private static Optional<String> filled(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public String toString() {
        return "Typed[" + text.length() + " characters]";
    }
}
