package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.DeliveryReport.State;

/** Reads what a mail server (RFC 3464) or a citizen's mail program (RFC 8098) reports about a letter of the hub. */
final class DeliveryStatus {
    private static final int LARGEST = 1 << 16;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^(?:original-)?message-id:\\s*<?([\\x21-\\x7e&&[^<>]]{3,250})>?\\s*$");
    private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*([a-z]{1,20})\\b");
    private static final Pattern STATUS = Pattern.compile("(?im)^status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern DISPOSITION = Pattern.compile("(?im)^disposition:[^;\\n]*;\\s*([a-z]{1,20})\\b");

    private DeliveryStatus() {}

    /** Empty if the mail is no report, tells only of a delay, or does not name the letter. */
    static Optional<DeliveryReport> report(MimePart mail) {
        if (!mail.is("multipart/report")) {
            return Optional.empty();
        }
        var told = new StringBuilder();
        var letter = new StringBuilder();
        for (var part : mail.parts()) {
            if (part.is("message/delivery-status") || part.is("message/disposition-notification")) {
                told.append(text(part)).append('\n');
            } else if (part.is("text/rfc822-headers")) {
                letter.append(text(part)).append('\n');
            } else if (part.is("message/rfc822")) {
                part.parts().stream()
                        .findFirst()
                        .flatMap(original -> Threads.messageId(original.headers()))
                        .ifPresent(
                                id -> letter.append("Message-ID: ").append(id).append('\n'));
            }
        }
        var about = first(MESSAGE_ID, letter.toString()).or(() -> first(MESSAGE_ID, told.toString()));
        return about.flatMap(id -> state(id, told.toString()));
    }

    private static Optional<DeliveryReport> state(String id, String told) {
        if (first(DISPOSITION, told).filter("displayed"::equalsIgnoreCase).isPresent()) {
            return Optional.of(new DeliveryReport(id, State.READ, ""));
        }
        return first(ACTION, told).flatMap(action -> switch (action.toLowerCase(Locale.ROOT)) {
            case "delivered", "relayed", "expanded" -> Optional.of(new DeliveryReport(id, State.DELIVERED, ""));
            case "failed" ->
                Optional.of(new DeliveryReport(
                        id,
                        State.FAILED,
                        "the letter came back"
                                + first(STATUS, told)
                                        .map(code -> " with status " + code)
                                        .orElse("")));
            default -> Optional.empty();
        });
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String text(MimePart part) {
        var bytes = part.decoded(new LinkedHashSet<>());
        return new String(bytes, 0, Math.min(bytes.length, LARGEST), StandardCharsets.ISO_8859_1);
    }
}
