package org.intakehub.adapter.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the platform's API, whose errors hide behind status 200.
 *
 * @param code the platform's errcode; 0 if all is well
 */
record ApiAnswer(int code, JsonNode content) {
    /** Invalid, not the latest, expired. */
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);

    private static final int DAILY_QUOTA = 45009;
    /** Busy, and too many calls within a minute. */
    private static final Set<Integer> PASSING = Set.of(-1, 45011);

    /** Larger answers are media, not errors. */
    private static final int LARGEST = 1 << 16;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /**
     * Reads the answer to a call that bears a token.
     *
     * @throws RemoteUnavailable for passing faults, among them a token that was refused: there are new ones
     * @throws RemoteRejected for the rest
     */
    static ApiAnswer of(Answer answer) {
        var read = read(answer);
        if (TOKEN.contains(read.code())) {
            throw new RemoteUnavailable("the platform refuses the token with errcode " + read.code());
        }
        return read.orThrow(answer);
    }

    /** Reads the answer to a call with the account's credentials, where 40001 means a wrong secret. */
    static ApiAnswer ofLogin(Answer answer) {
        return read(answer).orThrow(answer);
    }

    static boolean refusesToken(Answer answer) {
        if (answer.body().size() > LARGEST) {
            return false;
        }
        try {
            var code = JsonFields.object(answer.body().text(StandardCharsets.UTF_8))
                    .path("errcode");
            return code.isIntegralNumber() && TOKEN.contains(code.asInt(0));
        } catch (MalformedMessage e) {
            return false;
        }
    }

    /** Refuses what says in JSON, with status 200, that it is no file; a video's answer is a link in JSON. */
    static void checkFile(Payload file) {
        if (file.size() > LARGEST) {
            return;
        }
        JsonNode content;
        try {
            content = JsonFields.object(file.text(StandardCharsets.UTF_8));
        } catch (MalformedMessage e) {
            return;
        }
        var code = content.path("errcode").asInt(0);
        if (TOKEN.contains(code) || PASSING.contains(code) || code == DAILY_QUOTA) {
            throw new RemoteUnavailable("the platform does not give the file just now (errcode " + code + ")");
        }
        if (code != 0 || content.has("video_url")) {
            throw new RemoteRejected("the platform gives no file (errcode " + code + ")");
        }
    }

    private static ApiAnswer read(Answer answer) {
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new RemoteUnavailable("the platform answers with status " + answer.status());
        }
        if (answer.status() != 200) {
            throw new RemoteRejected("the platform answers with status " + answer.status());
        }
        try {
            var content = JsonFields.object(answer.body().text(StandardCharsets.UTF_8));
            return new ApiAnswer(content.path("errcode").asInt(0), content);
        } catch (MalformedMessage e) {
            throw new RemoteUnavailable("the platform's answer is no JSON");
        }
    }

    private ApiAnswer orThrow(Answer answer) {
        if (code == DAILY_QUOTA) {
            throw new RemoteUnavailable("the day's quota is used up (errcode 45009)", untilMidnight(answer));
        }
        if (PASSING.contains(code)) {
            throw new RemoteUnavailable("the platform is busy (errcode " + code + ")");
        }
        if (code != 0) {
            throw new RemoteRejected("the platform says no with errcode " + code + meaning());
        }
        return this;
    }

    /** Quotas begin anew at midnight in Beijing. */
    private static Optional<Duration> untilMidnight(Answer answer) {
        var now = answer.receivedAt().atZone(BEIJING);
        return Optional.of(Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(BEIJING)));
    }

    private String meaning() {
        return switch (code) {
            case 40003 -> ": the openid is not of this account";
            case 40013 -> ": app-id is not valid";
            case 40001, 40125 -> ": app-secret is not valid";
            case 40164 -> ": the hub's address is not on the account's list of allowed ones";
            case 43004, 43101 -> ": the citizen does not follow the account or refused such messages";
            case 45015 -> ": the time for customer-service messages has passed";
            case 45047 -> ": too many messages since the citizen's last one";
            case 48001, 48002 -> ": the account lacks the permission, or the citizen blocked messages";
            default -> "";
        };
    }

    /** An answer that says in so many words that all is well. */
    ApiAnswer accepted() {
        if (!content.path("errcode").isIntegralNumber()) {
            throw new RemoteUnavailable("the platform's answer holds no errcode");
        }
        return this;
    }

    /** The id of what was sent; empty, for customer-service messages get none. */
    String messageId() {
        var id = content.path("msgid");
        return id.isMissingNode() || id.isNull() ? "" : id.asString();
    }

    @Override
    public String toString() {
        return "ApiAnswer[" + code + "]";
    }
}
