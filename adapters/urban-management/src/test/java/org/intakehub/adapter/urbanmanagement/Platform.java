package org.intakehub.adapter.urbanmanagement;

import java.util.ArrayList;
import java.util.List;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform in memory that lists what is unsigned, the newest first. */
final class Platform implements FarEnd {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Notice(String id, String name, String data) {}

    private final List<Notice> unsigned = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    Platform(int reports) {
        for (var i = 0; i < reports; i++) {
            arrive();
        }
        unsigned.add(new Notice("press-1", "PRESS_NOTICE", "{\"caseId\":\"C1\",\"pressOpinion\":\"请尽快\"}"));
        keys.add("notice|press-1");
    }

    @Override
    public void arrive() {
        var caseId = "C" + (keys.size() + 1);
        unsigned.add(
                0,
                new Notice(
                        "n-" + caseId,
                        "REPORT_NOTICE",
                        "{\"caseId\":\"" + caseId + "\",\"eventDesc\":\"路灯不亮\",\"registerTime\":1795400400000}"));
        keys.add(caseId);
    }

    @Override
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public Answered answer(Call call) {
        var asked = JSON.readTree(call.body().bytes());
        var data = asked.path("data");
        return switch (asked.path("action").asString()) {
            case "GET_NOTICE_INFO" -> list(data);
            case "NOTICE_SIGNING" -> sign(data);
            default -> Answered.json(200, "{\"success\":false,\"code\":-400004}");
        };
    }

    private Answered list(JsonNode data) {
        var answer =
                JSON.createObjectNode().put("success", true).put("code", "0").put("hasError", false);
        var list = answer.putObject("result").putArray("resultList");
        unsigned.stream()
                .filter(notice -> notice.name().equals(data.path("noticeName").asString()))
                .limit(data.path("numPerPage").asInt())
                .forEach(notice -> list.addObject().put("noticeId", notice.id()).put("noticeData", notice.data()));
        return Answered.json(200, answer.toString());
    }

    private Answered sign(JsonNode data) {
        data.path("noticeList")
                .forEach(one -> unsigned.removeIf(
                        notice -> notice.id().equals(one.path("noticeId").asString())));
        return Answered.json(200, "{\"success\":true,\"code\":0,\"hasError\":false}");
    }
}
