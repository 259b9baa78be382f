package org.intakehub.adapter.weibo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;

/** The three lists, seven items in the first and fewer in the others; ids of more than 53 bits. */
final class ListsInMemory implements FarEnd {
    private static final long FIRST = 9_007_199_254_740_993L;

    private final Map<PolledList, List<Long>> lists = new EnumMap<>(PolledList.class);
    private long last = FIRST;
    private int calls;

    ListsInMemory() {
        lists.put(PolledList.STATUS_MENTIONS, ids(7));
        lists.put(PolledList.COMMENT_MENTIONS, ids(4));
        lists.put(PolledList.COMMENTS_TO_ME, ids(1));
    }

    private List<Long> ids(int count) {
        var ids = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            ids.add(++last);
        }
        return ids;
    }

    int calls() {
        return calls;
    }

    @Override
    public Answered answer(Call call) {
        calls++;
        var list = Arrays.stream(PolledList.values())
                .filter(each -> call.url().getPath().equals(each.path(WeiboPaths.DEFAULT)))
                .findFirst()
                .orElseThrow();
        var query = new TreeMap<String, Long>();
        for (var part : call.url().getQuery().split("&", -1)) {
            query.put(part.replaceFirst("=.*", ""), Long.valueOf(part.replaceFirst(".*=", "")));
        }
        var before = query.getOrDefault("max_id", Long.MAX_VALUE);
        var newestFirst = lists.getOrDefault(list, List.of()).stream()
                .filter(id -> id > query.getOrDefault("since_id", 0L) && id <= before)
                .sorted((a, b) -> Long.compare(b, a))
                .toList();
        var most = query.getOrDefault("count", 50L).intValue();
        var page = newestFirst.subList(0, Math.min(most, newestFirst.size()));
        var next = page.size() < newestFirst.size() ? newestFirst.get(page.size()) : 0L;
        var items = page.stream().map(id -> item(list, id)).collect(Collectors.joining(","));
        return Answered.json(200, "{\"" + list.field() + "\":[" + items + "],\"next_cursor\":" + next + "}");
    }

    private static String item(PolledList list, long id) {
        return "{\"id\":" + id
                + ",\"text\":\"路灯\",\"created_at\":\"Mon Nov 23 15:59:00 +0800 2026\",\"user\":{\"id\":7}"
                + (list == PolledList.STATUS_MENTIONS ? "}" : ",\"status\":{\"id\":1}}");
    }

    @Override
    public List<String> keys() {
        return lists.entrySet().stream()
                .flatMap(list -> list.getValue().stream()
                        .map(id -> (list.getKey() == PolledList.STATUS_MENTIONS ? "status|" : "comment|") + id))
                .toList();
    }

    @Override
    public void arrive() {
        lists.values().forEach(ids -> ids.add(++last));
    }
}
