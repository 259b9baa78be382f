package org.intakehub.adapter.peopledaily;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;

/** The form interface in memory, and the pages of its threads. */
final class FormFarEnd implements FarEnd {
    private static final Pattern FORM = Pattern.compile("fid=539&state=1&lastItem=(\\d+)&pageSize=(\\d+)");

    private final TreeSet<Long> threads = new TreeSet<>();

    FormFarEnd() {
        for (var i = 0; i < 35; i++) {
            arrive();
        }
    }

    @Override
    public void arrive() {
        threads.add(2_000L + threads.size());
    }

    @Override
    public List<String> keys() {
        return threads.stream().map(String::valueOf).toList();
    }

    @Override
    public Answered answer(Call call) {
        if (call.method().equals("GET")) {
            var page = "<span class=context-title-text>标题</span><p class=content>正文</p>";
            return new Answered(200, Map.of("content-type", "text/html"), Payload.of(page, StandardCharsets.UTF_8));
        }
        var form = FORM.matcher(call.body().text(StandardCharsets.US_ASCII));
        if (!form.matches()) {
            return Answered.empty(405);
        }
        var behind = Long.parseLong(form.group(1));
        var rows = threads.headSet(behind == 0 ? Long.MAX_VALUE : behind, false).descendingSet().stream()
                .limit(Long.parseLong(form.group(2)))
                .map(tid -> "{\"tid\":" + tid + ",\"subject\":\"标题\",\"content\":\"正...\",\"dateline\":1763632800}")
                .toList();
        return Answered.json(
                200, "{\"result\":\"success\",\"success\":true,\"resultDesc\":\"\",\"responseData\":" + rows + "}");
    }
}
