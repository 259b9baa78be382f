package org.intakehub.adapter.weibo;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.databind.JsonNode;

/** An answer of the platform's API; its error_code, a number or a text, counts more than the status that it comes with. */
record ApiAnswer(JsonNode content) {
    /** Expired, revoked, unknown, or of another application. */
    private static final Set<String> TOKEN = Set.of("21314", "21315", "21316", "21317", "21327", "21332");

    /** System errors, service down, busy. */
    private static final Set<String> PASSING = Set.of("10001", "10002", "10003", "10009", "10010", "10011");

    /** Quotas of the address, the user, and the user for this call; they begin anew with each hour. */
    private static final Set<String> QUOTA = Set.of("10022", "10023", "10024");

    private static final Duration HOUR = Duration.ofHours(1);

    /** Larger answers are media, not errors. */
    private static final int LARGEST_ERROR = 1 << 16;

    /**
     * @throws RemoteUnavailable for passing faults
     * @throws RemoteRejected for the rest
     */
    static ApiAnswer of(Answer answer) {
        var content = content(answer);
        content.flatMap(ApiAnswer::code).ifPresent(ApiAnswer::refuse);
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new RemoteUnavailable("the platform answers with status " + answer.status());
        }
        if (answer.status() != 200) {
            throw new RemoteRejected("the platform answers with status " + answer.status());
        }
        return new ApiAnswer(content.orElseThrow(() -> new RemoteUnavailable("the platform's answer is no JSON")));
    }

    static boolean refusesToken(Answer answer) {
        return answer.body().size() <= LARGEST_ERROR
                && content(answer)
                        .flatMap(ApiAnswer::code)
                        .filter(TOKEN::contains)
                        .isPresent();
    }

    private static Optional<JsonNode> content(Answer answer) {
        try {
            return Optional.of(Json.read(answer.body())).filter(node -> node.isObject() || node.isArray());
        } catch (MalformedMessage e) {
            return Optional.empty();
        }
    }

    private static Optional<String> code(JsonNode content) {
        return Json.value(content, "error_code").filter(code -> !code.equals("0"));
    }

    private static void refuse(String code) {
        if (QUOTA.contains(code)) {
            throw new RemoteUnavailable("a quota is used up (error_code " + code + ")", Optional.of(HOUR));
        }
        if (PASSING.contains(code)) {
            throw new RemoteUnavailable("the platform is busy (error_code " + code + ")");
        }
        var shown = code.matches("[0-9]{1,6}") ? code : "of an unknown kind";
        throw new RemoteRejected("the platform says no with error_code " + shown + meaning(code));
    }

    private static String meaning(String code) {
        return switch (code) {
            case "10004" -> ": the hub's address is not allowed";
            case "10005", "10014" -> ": the application lacks the permission";
            case "10006" -> ": the application is not named";
            case "21314", "21315", "21316", "21317", "21327", "21332" ->
                ": access-token is not, or not any more, valid";
            default -> "";
        };
    }

    /** The id of what was sent; empty if the platform took it without naming one. */
    String idOfReply() {
        var id = Json.value(content, "message_id").or(() -> Json.value(content, "id"));
        if (id.isEmpty() && !content.path("result").asBoolean(false)) {
            // sent again it might reach the citizen twice: a person looks
            throw new RemoteRejected("the platform does not say that it took the reply");
        }
        return id.orElse("");
    }

    @Override
    public String toString() {
        return "ApiAnswer[" + content.size() + " fields]";
    }
}
