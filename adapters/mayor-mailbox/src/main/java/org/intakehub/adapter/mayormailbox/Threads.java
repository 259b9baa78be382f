package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Threading;

/** Finds what names a mail, what it answers, and what may be the hub's own token; whether a token is genuine the hub decides. */
final class Threads {
    private static final int MOST_REFERENCES = 50;
    private static final Pattern TOKEN =
            Pattern.compile("(?<![a-z0-9])\\d{6}-\\d{8}-\\d{6,9}\\.[a-z2-7]{16}(?![a-z0-9])");
    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\s,]+");
    private static final List<String> RECIPIENTS =
            List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-forwarded-to", "resent-to");

    private Threads() {}

    /** The Message-ID without brackets. */
    static Optional<String> messageId(Headers headers) {
        return headers.first("message-id").map(Threads::bare).filter(id -> !id.isBlank());
    }

    /** The Message-ID, or else a digest of sender, date, subject and content as they were sent. */
    static MessageKey key(MimePart mail) {
        var headers = mail.headers();
        return messageId(headers)
                .map(MessageKey::of)
                .orElseGet(() -> new MessageKey("sha256:" + digest(headers, mail.content())));
    }

    private static String digest(Headers headers, Slice content) {
        var fields = String.join(
                "\n",
                headers.first("from").orElse(""),
                headers.first("date").orElse(""),
                headers.first("subject").orElse(""),
                Payload.of(content.bytes()).sha256());
        return Payload.of(fields, StandardCharsets.UTF_8).sha256();
    }

    static Threading threading(Headers headers, String subject) {
        Set<String> references = new LinkedHashSet<>();
        headers.all("in-reply-to").forEach(field -> references.addAll(ids(field)));
        for (var field : headers.all("references")) {
            var ids = ids(field);
            for (var i = ids.size() - 1; i >= 0; i--) {
                references.add(ids.get(i));
            }
        }
        return new Threading(references.stream().limit(MOST_REFERENCES).toList(), tokens(headers, subject));
    }

    /** Ids in the notation of message keys, so that they can be compared. */
    private static List<String> ids(String field) {
        var ids = new ArrayList<String>();
        for (var word : BETWEEN_IDS.split(field.replace("<", " <").replace(">", "> "), -1)) {
            if (word.indexOf('@') > 0 || word.startsWith("<")) {
                var id = bare(word);
                if (!id.isBlank()) {
                    ids.add(MessageKey.of(id).value());
                }
            }
        }
        return ids;
    }

    private static String bare(String id) {
        var open = id.indexOf('<');
        var close = id.indexOf('>', open + 1);
        var inner = open >= 0 ? id.substring(open + 1, close < 0 ? id.length() : close) : id;
        return inner.replaceAll("[\\s\\p{Cntrl}<>]", "");
    }

    private static List<String> tokens(Headers headers, String subject) {
        Set<String> tokens = new LinkedHashSet<>();
        collect(subject, tokens);
        for (var name : RECIPIENTS) {
            for (var field : headers.all(name)) {
                var plus = field.indexOf('+');
                if (plus >= 0) {
                    collect(field.substring(plus), tokens);
                }
            }
        }
        return List.copyOf(tokens);
    }

    private static void collect(String text, Set<String> tokens) {
        var matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find() && tokens.size() < MOST_REFERENCES) {
            tokens.add(matcher.group());
        }
    }
}
