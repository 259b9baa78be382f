package org.intakehub.gateway.counter;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A text without what could name a person: what the hub knows of the citizen, and every phone, identity number and e-mail address. */
final class PublicText {
    private static final String HIDDEN = "***";
    private static final Pattern TRACES =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}|(?<!\\d)\\d{17}[\\dXx](?!\\d)"
                    + "|(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)");

    private PublicText() {}

    /** @param known name, phones, address and whatever else is known of the citizen */
    static String of(String text, Collection<String> known) {
        var open = text;
        for (var one : known.stream()
                .map(String::strip)
                .filter(word -> word.codePointCount(0, word.length()) > 1)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            open = open.replace(one, HIDDEN);
        }
        return TRACES.matcher(open).replaceAll(HIDDEN);
    }
}
