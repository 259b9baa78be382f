package org.intakehub.adapter.weibo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Citizen.Kind;

/** Makes readable lines, times and people of what the platform writes. */
final class Words {
    private static final int LONGEST_TITLE = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private Words() {}

    /** The text's first line, cut where a title ends. */
    static String title(String text, String otherwise) {
        var first = oneLine(text.strip().lines().findFirst().orElse(""));
        if (first.isEmpty()) {
            return otherwise;
        }
        return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    /** Line breaks as {@code \n}, no other control characters, no half characters. */
    static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", "")
                .strip();
    }

    static String oneLine(String text) {
        return plain(text).replaceAll("[\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    /** A time as {@code Thu Jun 05 10:12:33 +0800 2025}. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Citizen citizen(String id, Optional<String> name, Optional<String> gender) {
        return new Citizen(
                name.map(Words::oneLine).filter(line -> !line.isEmpty()),
                gender,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kind.PERSON,
                false,
                Optional.of(id));
    }
}
