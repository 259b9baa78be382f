package org.intakehub.simulators.peopledaily;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes threads as the board's two JSON interfaces do. */
final class BoardJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CUT = 40;

    private BoardJson() {}

    static String refusal() {
        return "{\"code\":\"SN0006\",\"msg\":\"数据格式错误\"}";
    }

    static String signedList(List<BoardThread> threads) {
        var answer = JSON.createObjectNode().put("code", 0).put("msg", "ok");
        var data = answer.putObject("resultData");
        var rows = data.putArray("data");
        threads.forEach(
                thread -> rows.add(row(thread).put("createDateline", thread.at().getEpochSecond())));
        data.put(
                "lastItem",
                threads.isEmpty()
                        ? ""
                        : String.valueOf(threads.get(threads.size() - 1).tid()));
        return answer.toString();
    }

    /** Newest entry first. */
    static String signedThread(BoardThread thread) {
        var answer = JSON.createObjectNode().put("code", 0).put("msg", "ok");
        var data = answer.putObject("resultData");
        var list = data.putArray("contentList");
        for (var i = thread.answers().size() - 1; i >= 0; i--) {
            var official = thread.answers().get(i);
            list.addObject()
                    .put("dataType", 4)
                    .put("content", official.text())
                    .put("dateline", official.at().getEpochSecond())
                    .put("organization", official.organization());
        }
        list.addObject()
                .put("dataType", 1)
                .put("content", thread.matter().text())
                .put("dateline", thread.at().getEpochSecond())
                .put("nickName", thread.maskedName())
                .put("stateInfo", thread.state());
        grades(data, thread);
        return answer.toString();
    }

    static String formList(List<BoardThread> threads) {
        var answer = JSON.createObjectNode()
                .put("result", "success")
                .put("success", true)
                .put("resultDesc", "");
        var rows = answer.putArray("responseData");
        threads.forEach(thread -> {
            var row = row(thread).put("dateline", thread.at().getEpochSecond());
            grades(row, thread);
            if (!thread.answers().isEmpty()) {
                var official = thread.answers().get(thread.answers().size() - 1);
                row.put("answerId", thread.tid() + 1_000_000)
                        .put("answerContent", official.text())
                        .put("answerDateline", official.at().getEpochSecond())
                        .put("answerOrganization", official.organization());
            }
            rows.add(row);
        });
        return answer.toString();
    }

    private static ObjectNode row(BoardThread thread) {
        var text = thread.matter().text();
        return JSON.createObjectNode()
                .put("tid", thread.tid())
                .put("fid", Long.parseLong(thread.fid()))
                .put("forumName", "示例市市长")
                .put("userId", 7_000_000 + thread.tid())
                .put("nickName", thread.maskedName())
                .put("ip", "203.0.113.*")
                .put("userType", thread.company() ? 1 : 0)
                .put("subject", thread.matter().title())
                .put("content", text.length() > CUT ? text.substring(0, CUT) + "..." : text)
                .put("typeId", 2)
                .put("typeName", "投诉")
                .put("domainId", 7)
                .put("domainName", "城建")
                .put("stateInfo", thread.state())
                .put("publicAttachment", 0);
    }

    private static void grades(ObjectNode node, BoardThread thread) {
        var names = List.of("gradeLevel", "gradeManner", "gradeSpeed");
        for (var i = 0; i < names.size(); i++) {
            node.put(
                    names.get(i),
                    thread.grades().isEmpty() ? 0 : thread.grades().get(i));
        }
    }
}
