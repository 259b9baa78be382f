package org.intakehub.simulators.superior;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What hangs on the board until it is signed for, and what the platform was told; answers actions as the platform does. */
public final class NoticeBoard {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A notice that waits for its signature. */
    private record Waiting(String id, String name, String data) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<JsonNode> told = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private int numbers;

    /** Hangs a notice up, the newest first. */
    public synchronized void announce(String name, String data) {
        waiting.add(0, new Waiting("P" + ++numbers, name, data));
    }

    public synchronized int unsigned() {
        return waiting.size();
    }

    /** What the platform was told: calls with action and data. */
    public synchronized List<JsonNode> told() {
        return List.copyOf(told);
    }

    /** The next actions fail, for a reason that passes. */
    public void failNext(int actions) {
        failures.set(actions);
    }

    /** What the platform answers to a call's body. */
    public synchronized String act(byte[] body) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return refusal(-500001);
        }
        try {
            var call = JSON.readTree(body);
            var data = call.path("data");
            return switch (call.path("action").asString("")) {
                case "GET_NOTICE_INFO" -> list(data);
                case "NOTICE_SIGNING" -> sign(data.path("noticeList"));
                case "DISPOSE_FEEDBACK",
                        "SIGN",
                        "APPLY_POSTPONE",
                        "APPLY_ROLLBACK",
                        "APPLY_CANCEL",
                        "REPLY_POSTPONE",
                        "REPLY_ROLLBACK",
                        "REPLY_CANCEL",
                        "CHECK_FEEDBACK",
                        "ARCHIVE" -> tell(call);
                default -> refusal(-400004);
            };
        } catch (JacksonException e) {
            return refusal(-400002);
        }
    }

    static String refusal(int code) {
        return envelope(code).toString();
    }

    private String list(JsonNode data) {
        var named = waiting.stream()
                .filter(notice -> notice.name().equals(data.path("noticeName").asString("")))
                .toList();
        var answer = envelope(0);
        var result = answer.putObject("result");
        result.putObject("pageInfo").put("totalRecord", named.size());
        var list = result.putArray("resultList");
        named.stream()
                .limit(data.path("numPerPage").asInt(10))
                .forEach(notice -> list.addObject().put("noticeId", notice.id()).put("noticeData", notice.data()));
        return answer.toString();
    }

    private String sign(JsonNode notices) {
        notices.forEach(one -> waiting.removeIf(
                notice -> notice.id().equals(one.path("noticeId").asString(""))));
        return envelope(0).toString();
    }

    private String tell(JsonNode call) {
        if (call.path("uid").asString("").isEmpty()) {
            return refusal(-400002);
        }
        told.add(call);
        var answer = envelope(0);
        answer.putObject("result").put("recId", "S-" + told.size());
        return answer.toString();
    }

    private static ObjectNode envelope(int code) {
        return JSON.createObjectNode()
                .put("success", code == 0)
                .put("code", code)
                .put("message", "")
                .put("hasError", code != 0);
    }
}
