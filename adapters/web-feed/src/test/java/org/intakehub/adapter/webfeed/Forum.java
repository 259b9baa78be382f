package org.intakehub.adapter.webfeed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;

/** A forum's feed in memory, three entries a page, the newest first. */
final class Forum implements FarEnd {
    private static final int PAGE = 3;

    private final List<Integer> threads = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));

    @Override
    public Answered answer(Call call) {
        var query = call.url().getQuery();
        var page = query == null ? 0 : Integer.parseInt(query.substring("page=".length()));
        var entries = new StringBuilder();
        for (var number = page * PAGE; number < Math.min(threads.size(), (page + 1) * PAGE); number++) {
            entries.append(item(threads.get(threads.size() - 1 - number)));
        }
        var next = (page + 1) * PAGE < threads.size() ? link("?page=" + (page + 1)) : "";
        return rss(next + entries);
    }

    static String link(String next) {
        return "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' href='" + next + "'/>";
    }

    static String item(int number) {
        return "<item><guid>" + guid(number) + "</guid><title>第 " + number + " 帖</title><description>"
                + "<![CDATA[<p>路灯坏了</p>]]></description></item>";
    }

    static Answered rss(String channel) {
        var text = "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel>" + channel + "</channel></rss>";
        return new Answered(
                200, Map.of("content-type", "application/rss+xml"), Payload.of(text, StandardCharsets.UTF_8));
    }

    private static String guid(int number) {
        return "https://forum.example.org/t/" + number;
    }

    @Override
    public List<String> keys() {
        return threads.stream()
                .map(number -> new Entry(new TreeMap<>(Map.of("guid", guid(number)))).mark())
                .toList();
    }

    @Override
    public void arrive() {
        threads.add(threads.size() + 1);
    }
}
