package org.intakehub.acceptance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one invented citizen asks for; its mark is nowhere else, so that the case can be found by it.
 *
 * @param place in the words that a citizen would use
 */
record Plea(String mark, String title, String text, String place) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A lamp that is out: the city's rules are sure of it. */
    static Plea lamp() {
        return of("路灯不亮", "巢湖市亚父街道的路灯坏了三天，路灯不亮，晚上看不见路", "巢湖市亚父街道");
    }

    /** What a citizen says of a matter, with a mark of its own at the end. */
    static Plea of(String title, String words, String place) {
        var mark = "LD" + UUID.randomUUID().toString().substring(0, 13);
        return new Plea(mark, title, words + "，编号" + mark + "。", place);
    }

    /** A number of his own, which begins as no telephone number does: two pleas of one citizen would be joined as the same matter. */
    String phone() {
        return "000%08d".formatted(Math.floorMod(mark.hashCode(), 100_000_000));
    }

    /** As a partner of the city writes it. */
    String json() {
        return JSON.writeValueAsString(fields());
    }

    String jsonWithLinks(int links) {
        var fields = new TreeMap<String, Object>(fields());
        fields.put(
                "attachments",
                IntStream.range(0, links)
                        .mapToObj(number ->
                                Map.of("name", number + ".jpg", "url", "https://files.example.org/" + number + ".jpg"))
                        .toList());
        return JSON.writeValueAsString(fields);
    }

    private Map<String, Object> fields() {
        return Map.of(
                "title",
                title,
                "description",
                text,
                "citizen",
                Map.of("name", "验收市民", "phones", List.of(phone()), "handle", mark),
                "place",
                Map.of("address", place));
    }

    @Override
    public String toString() {
        return "Plea";
    }
}
