package org.intakehub.adapter.peopledaily;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signed interface in memory: three forums, one of them a ministry's, with more threads than a page holds. */
final class SignedFarEnd implements FarEnd {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FORUMS = List.of("539", "1008", "5050");

    private final TreeMap<Long, String> threads = new TreeMap<>();

    SignedFarEnd() {
        for (var i = 0; i < 90; i++) {
            arrive();
        }
    }

    @Override
    public void arrive() {
        var tid = 1_000 + threads.size();
        threads.put((long) tid, FORUMS.get(tid % FORUMS.size()));
    }

    @Override
    public List<String> keys() {
        return threads.keySet().stream().map(String::valueOf).toList();
    }

    @Override
    public Answered answer(Call call) {
        var body = JSON.readTree(call.body().bytes());
        var param = JSON.readTree(body.path("param").asString(""));
        return Answered.json(200, call.url().getPath().endsWith("/content") ? thread(param) : list(param));
    }

    private static String thread(JsonNode param) {
        return "{\"code\":0,\"resultData\":{\"contentList\":[{\"dataType\":1,\"content\":\"正文 "
                + param.path("tid").asString("") + "\",\"dateline\":1763632800}]}}";
    }

    private String list(JsonNode param) {
        var behind = param.path("lastItem").asString("");
        var below = behind.isEmpty() ? Long.MAX_VALUE : Long.parseLong(behind);
        var rows = new ArrayList<String>();
        var last = "";
        for (var thread : threads.headMap(below, false).descendingMap().entrySet()) {
            if (thread.getValue().equals(param.path("fid").asString(""))
                    && rows.size() < param.path("rows").asInt(0)) {
                last = String.valueOf(thread.getKey());
                rows.add("{\"tid\":" + last + ",\"subject\":\"标题\"}");
            }
        }
        return "{\"code\":0,\"resultData\":{\"data\":" + rows + ",\"lastItem\":\"" + last + "\"}}";
    }
}
