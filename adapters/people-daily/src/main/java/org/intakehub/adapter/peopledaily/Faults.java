package org.intakehub.adapter.peopledaily;

import java.time.Duration;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells an answer of the board from its ways of not answering, most of which say 200. */
final class Faults {
    /** What the board wants to be left alone for when it was asked too fast. */
    private static final Duration BREATH = Duration.ofSeconds(8);
    /** What helps once it has shut the door. */
    private static final Duration REST = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.shared();

    private Faults() {}

    /**
     * Passes an answer of status 200 that says something.
     *
     * @throws RemoteUnavailable after 403 and 429 too: so the board answers whoever asks too fast
     */
    static void check(Answer answer) {
        var status = answer.status();
        if (status == 429 || status == 403) {
            throw shut(answer, status == 403 ? REST : BREATH);
        }
        if (status == 412 || status == 521) {
            throw new RemoteRejected("the board wants a browser to prove itself, status " + status);
        }
        if (status >= 500 || status == 408) {
            throw shut(answer, REST);
        }
        if (status != 200) {
            throw new RemoteRejected("the board answers with status " + status);
        }
        if (answer.body().isEmpty()) {
            throw passing("the board answers with an empty body");
        }
    }

    /** As long as the board itself says, else as long as it is known to want. */
    private static RemoteUnavailable shut(Answer answer, Duration otherwise) {
        var wait = answer.header("retry-after")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(otherwise);
        return new RemoteUnavailable("the board answers with status " + answer.status(), Optional.of(wait));
    }

    /** The object that an answer holds, whatever it says. */
    static JsonNode object(Answer answer) {
        check(answer);
        try {
            var node = JSON.readTree(answer.body().bytes());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // its message quotes the answer
            throw passing("the board's answer is no JSON");
        }
        throw passing("the board's answer is no JSON object");
    }

    /** Whether the board's own code says that all is well; it may be missing, or be text. */
    static boolean isWell(JsonNode answer) {
        var code = answer.path("code").asString("");
        return code.isEmpty() || code.equals("0") || code.equals("200");
    }

    /** What the board calls the fault, if that is a code and no text. */
    static String code(JsonNode answer) {
        var code = answer.path("code").asString("");
        return code.matches("[A-Za-z0-9_-]{1,20}") ? code : "unknown";
    }

    static RemoteUnavailable passing(String reason) {
        return new RemoteUnavailable(reason, Optional.of(BREATH));
    }
}
