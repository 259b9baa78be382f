package org.intakehub.adapter.mayormailbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads names and addresses from header fields, written well or not. */
final class Mailboxes {
    /**
     * A name and an address.
     *
     * @param address empty if there is none
     */
    record Entry(Optional<String> name, String address) {
        @Override
        public String toString() {
            return "Entry";
        }
    }

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Mailboxes() {}

    /** The first mailbox of a field that has an address, else the first word of the field. */
    static Optional<Entry> first(String field, Set<String> notes) {
        for (var piece : split(field)) {
            if (hasAddress(piece)) {
                return Optional.of(entry(piece, notes));
            }
        }
        var decoded = EncodedWords.decode(field, notes);
        if (!decoded.equals(field) && hasAddress(decoded)) {
            // The whole field, address and all, was put into an encoded word.
            return first(decoded, notes);
        }
        return field.isBlank() ? Optional.empty() : Optional.of(entry(field, notes));
    }

    /** All addresses of a field. */
    static List<String> addresses(String field) {
        return split(field).stream()
                .filter(Mailboxes::hasAddress)
                .map(piece -> entry(piece, new LinkedHashSet<>()).address())
                .toList();
    }

    /** Splits at commas and semicolons that stand outside quotes, comments and brackets; a piece without an address joins the next. */
    private static List<String> split(String field) {
        var pieces = new ArrayList<String>();
        var scan = new Scan();
        var start = 0;
        var hasAddress = false;
        for (var i = 0; i < field.length(); i++) {
            var c = field.charAt(i);
            scan.step(c);
            hasAddress |= c == '@' && scan.isText();
            if ((c == ',' || c == ';') && hasAddress && scan.isOutside()) {
                pieces.add(field.substring(start, i));
                start = i + 1;
                hasAddress = false;
            }
        }
        pieces.add(field.substring(start));
        return pieces;
    }

    private static boolean hasAddress(String piece) {
        var scan = new Scan();
        for (var i = 0; i < piece.length(); i++) {
            scan.step(piece.charAt(i));
            if (piece.charAt(i) == '@' && scan.isText()) {
                return true;
            }
        }
        return false;
    }

    private static Entry entry(String piece, Set<String> notes) {
        var open = angle(piece);
        if (open >= 0) {
            var close = piece.indexOf('>', open);
            var address = piece.substring(open + 1, close < 0 ? piece.length() : close);
            return new Entry(name(piece.substring(0, open), notes), clean(address));
        }
        var comment = piece.indexOf('(');
        if (comment >= 0) {
            var close = piece.lastIndexOf(')');
            var inside = piece.substring(comment + 1, close > comment ? close : piece.length());
            var rest = piece.substring(0, comment) + (close > comment ? piece.substring(close + 1) : "");
            return new Entry(name(inside, notes), clean(rest));
        }
        return words(piece, notes);
    }

    /** A name and an address with no brackets: the word with "@" is the address. */
    private static Entry words(String piece, Set<String> notes) {
        var name = new StringBuilder();
        var address = "";
        for (var word : SPACES.split(piece.strip(), -1)) {
            if (address.isEmpty() && word.indexOf('@') > 0) {
                address = word;
            } else {
                name.append(name.isEmpty() ? "" : " ").append(word);
            }
        }
        return address.isEmpty()
                ? new Entry(Optional.empty(), clean(piece))
                : new Entry(name(name.toString(), notes), clean(address));
    }

    private static int angle(String piece) {
        var scan = new Scan();
        for (var i = 0; i < piece.length(); i++) {
            scan.step(piece.charAt(i));
            if (piece.charAt(i) == '<' && scan.isText()) {
                return i;
            }
        }
        // An unbalanced quote before the bracket hides it.
        return piece.lastIndexOf('<');
    }

    private static Optional<String> name(String phrase, Set<String> notes) {
        var text = EncodedWords.decode(
                        phrase.replace("\\\"", "\u0001").replace("\"", "").replace('\u0001', '"'), notes)
                .replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", " ")
                .replaceAll("\\s+", " ")
                .replace("\\", "")
                .strip();
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String clean(String address) {
        return address.replaceAll("[\\s\\p{Cntrl}<>\"]", "").replaceFirst("(?i)^mailto:", "");
    }

    /** Where in the grammar of an address list a reader stands. */
    private static final class Scan {
        private boolean quoted;
        private boolean escaped;
        private boolean angled;
        private int depth;

        void step(char c) {
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (!quoted && depth == 0 && (c == '<' || c == '>')) {
                angled = c == '<';
            }
        }

        /** Neither in quotes nor in a comment. */
        boolean isText() {
            return !quoted && depth == 0;
        }

        boolean isOutside() {
            return isText() && !angled;
        }
    }
}
