package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.intakehub.gateway.web.BadParameter;

/** A place in the list of cases: after which case the next page begins. */
public record Keyset(Instant at, UUID id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_([0-9a-f-]{36})");

    /**
     * Reads the cursor of a next link.
     *
     * @throws BadParameter unless it was written by {@link #toString}
     */
    public static Keyset parse(String cursor) {
        try {
            var parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
            if (parts.matches()) {
                return new Keyset(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        UUID.fromString(parts.group(2)));
            }
        } catch (IllegalArgumentException e) {
            throw new BadParameter("'after' is the cursor of a 'next' link");
        }
        throw new BadParameter("'after' is the cursor of a 'next' link");
    }

    @Override
    public String toString() {
        var text = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }
}
