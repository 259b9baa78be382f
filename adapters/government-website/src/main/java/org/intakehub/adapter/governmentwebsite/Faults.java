package org.intakehub.adapter.governmentwebsite;

import java.time.Duration;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells an answer of a site from its ways of not answering. */
final class Faults {
    private static final Duration REST = Duration.ofSeconds(60);
    /** What a framework says whose session is too old; the next round begins a new one. */
    private static final int EXPIRED = 419;

    private Faults() {}

    /**
     * Passes an answer that says something.
     *
     * @throws RemoteRejected for a browser challenge too: the source is flagged and nothing is evaded
     */
    static void check(Answer answer) {
        var status = answer.status();
        if (status == 412 || status == 521) {
            throw new RemoteRejected("the site wants a browser to prove itself, status " + status);
        }
        if (status == 408 || status == EXPIRED || status == 429 || status >= 500) {
            var wait = answer.header("retry-after")
                    .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .orElse(REST);
            throw new RemoteUnavailable("the site answers with status " + status, Optional.of(wait));
        }
        if (status != 200) {
            throw new RemoteRejected("the site answers with status " + status);
        }
        if (answer.body().isEmpty()) {
            throw new RemoteUnavailable("the site answers with an empty body", Optional.of(REST));
        }
    }

    /** The object that an answer holds. */
    static JsonNode object(Answer answer) {
        check(answer);
        try {
            var node = JsonMapper.shared().readTree(answer.body().bytes());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // its message quotes the answer
            throw new RemoteUnavailable("the site's answer is no JSON");
        }
        throw new RemoteUnavailable("the site's answer is no JSON object");
    }
}
