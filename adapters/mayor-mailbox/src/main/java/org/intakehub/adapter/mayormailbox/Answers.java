package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;

/** Writes the mail that answers a citizen: threaded, marked if a machine wrote it, and with no way to smuggle in a header. */
final class Answers {
    private static final int LONGEST_TITLE = 120;
    private static final int MOST_REFERENCES = 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern MESSAGE_ID = Pattern.compile("[\\x21-\\x7e&&[^<>]]{1,200}");
    private static final Pattern RECIPIENT = Pattern.compile("[^\\s,;<>()\"]{1,128}@[^\\s,;<>()\"@]{1,190}");
    private static final Pattern ANSWERED =
            Pattern.compile("^(?:\\s*(?:re|回复|答复|回覆)\\s*[:：])+", Pattern.CASE_INSENSITIVE);
    private static final Pattern OLD_TOKEN = Pattern.compile("\\[[0-9-]{10,40}\\.[a-z2-7]{16}]");

    private final MayorMailboxSettings settings;

    Answers(MayorMailboxSettings settings) {
        this.settings = settings;
    }

    Outgoing compose(Reply reply) {
        var to = oneLine(reply.recipient());
        if (!RECIPIENT.matcher(to).matches()) {
            throw new RemoteRejected("the recipient's address cannot be written to");
        }
        return new Outgoing.ByMail(
                settings.server(), settings.from(), to, messageId(reply), subject(reply), reply.text(), headers(reply));
    }

    /** The same for every attempt, so that a second copy can be told. */
    private String messageId(Reply reply) {
        var id = ID.matcher(reply.id()).matches()
                ? reply.id()
                : Payload.of(reply.id(), StandardCharsets.UTF_8).sha256();
        return id + settings.from().substring(settings.from().indexOf('@'));
    }

    private static String subject(Reply reply) {
        var title = OLD_TOKEN.matcher(oneLine(reply.originalTitle().orElse(""))).replaceAll("");
        title = ANSWERED.matcher(title).replaceFirst("").strip();
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            title = title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
        }
        return ("Re: " + title).strip() + " [" + oneLine(reply.caseToken()) + "]";
    }

    private Map<String, String> headers(Reply reply) {
        var headers = new LinkedHashMap<String, String>();
        var ids = reply.references().stream()
                .filter(id -> id.indexOf('@') > 0 && MESSAGE_ID.matcher(id).matches())
                .toList();
        if (!ids.isEmpty()) {
            headers.put("In-Reply-To", "<" + ids.get(ids.size() - 1) + ">");
            headers.put("References", "<" + String.join("> <", shortened(ids)) + ">");
        }
        if (reply.kind() == Reply.Kind.ACKNOWLEDGEMENT) {
            // RFC 3834 and Exchange: no machine answers a machine.
            headers.put("Auto-Submitted", "auto-replied");
            headers.put("X-Auto-Response-Suppress", "All");
        }
        if (settings.asksForToken()) {
            headers.put("Reply-To", settings.from().replace("@", "+" + oneLine(reply.caseToken()) + "@"));
        }
        return headers;
    }

    /** The first, which begins the thread, and the latest. */
    private static List<String> shortened(List<String> ids) {
        if (ids.size() <= MOST_REFERENCES) {
            return ids;
        }
        var some = new ArrayList<>(ids.subList(ids.size() - MOST_REFERENCES + 1, ids.size()));
        some.add(0, ids.get(0));
        return some;
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
