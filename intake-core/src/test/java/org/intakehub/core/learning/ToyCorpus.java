package org.intakehub.core.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up messages: each label has words of its own, and all share others. */
final class ToyCorpus {
    private static final Map<String, List<String>> WORDS = Map.of(
            "水", List.of("停水", "水管", "水压", "水表", "自来水"),
            "路", List.of("路灯", "坑洼", "红绿灯", "斑马线", "人行道"),
            "学", List.of("学校", "老师", "招生", "补课", "食堂"));
    private static final List<String> SHARED = List.of("领导您好", "我家", "一直没人管", "请尽快", "已经半年", "谢谢", "打电话", "无人理睬");

    private ToyCorpus() {}

    static List<Example> of(int size, long seed) {
        Random random = new Random(seed);
        List<String> labels = WORDS.keySet().stream().sorted().toList();
        List<Example> examples = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            String label = labels.get(at % labels.size());
            examples.add(new Example(message(label, random), label));
        }
        return examples;
    }

    private static Evidence message(String label, Random random) {
        List<String> own = WORDS.getOrDefault(label, List.of());
        String title = one(SHARED, random) + one(own, random);
        String text = one(SHARED, random) + one(own, random) + one(SHARED, random) + random.nextInt(100_000);
        return new Evidence(title, text, Map.of("any", random.nextDouble()));
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
