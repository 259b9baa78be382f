package org.intakehub.core.casefile;

import java.util.regex.Pattern;

/**
 * Shows of a telephone number, an e-mail address or an identity number only as much as tells one from another: {@code 139****1234},
 * {@code x***@example.org}.
 */
public final class Mask {
    private static final Pattern ADDRESS = Pattern.compile("([^@\\s])[^@\\s]*@([^@\\s]+)");
    /** Addresses, identity numbers (GB 11643) and mobile numbers; official landlines and numbers of cases are none. */
    private static final Pattern TRACES =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}|(?<!\\d)\\d{17}[\\dXx](?![\\dXx])"
                    + "|(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)");

    /** Where a text was cut off, half a number or address may be left that {@link #TRACES} does not know any more. */
    private static final Pattern CUT = Pattern.compile(
            "^\\d{5,}|\\d{5,}$|(?<!\\d)1[3-9]\\d[ -]?\\d{2,4}[ -]?\\d{0,4}$" + "|[\\w.+-]{1,64}@[\\w.-]{0,200}$");

    private static final int LONG = 11;
    private static final int FIRST = 3;
    private static final int LAST = 4;

    private Mask() {}

    /** One number or address. */
    public static String of(String value) {
        var contact = value.strip();
        var address = ADDRESS.matcher(contact);
        if (address.matches()) {
            return address.group(1) + "***@" + address.group(2);
        }
        var shownFirst = contact.length() >= LONG ? FIRST : 0;
        var shownLast = contact.length() >= LONG ? LAST : Math.min(2, contact.length() / 3);
        return contact.substring(0, shownFirst)
                + "*".repeat(contact.length() - shownFirst - shownLast)
                + contact.substring(contact.length() - shownLast);
    }

    /** Words in which numbers and addresses may stand, whosever they are. */
    public static String text(String words) {
        return TRACES.matcher(words).replaceAll(found -> of(found.group()));
    }

    /** The same for a piece of a longer text. */
    public static String excerpt(String piece) {
        return CUT.matcher(text(piece)).replaceAll("…");
    }
}
