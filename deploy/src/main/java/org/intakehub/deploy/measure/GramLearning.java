package org.intakehub.deploy.measure;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.intakehub.core.similar.GramWeights;
import org.intakehub.core.similar.Grams;

/** Learns the numbers behind {@link GramWeights} from messages without labels; see {@code deploy/measure/learn-grams}. */
public final class GramLearning {
    private final byte[] rarities = new byte[GramWeights.RARITIES];
    private final List<TopicSpace.Row> rows = new ArrayList<>();

    private GramLearning() {}

    /**
     * Writes the weights and the figures about them.
     *
     * @param args the file to write, then files with messages
     */
    public static void main(String[] args) throws IOException {
        var messages = new ArrayList<CitizenMessage>();
        for (int at = 1; at < args.length; at++) {
            messages.addAll(CitizenMessage.read(Path.of(args[at])).values());
        }
        new GramLearning().learn(messages, Path.of(args[0]));
        System.out.println("learned from " + messages.size() + " messages");
    }

    private void learn(Collection<CitizenMessage> messages, Path file) throws IOException {
        var having = new int[GramWeights.RARITIES];
        for (var message : messages) {
            var buckets = new HashSet<Integer>();
            Grams.all(whole(message), gram -> buckets.add(GramWeights.bucket(gram)));
            buckets.forEach(bucket -> having[bucket]++);
        }
        for (int bucket = 0; bucket < having.length; bucket++) {
            rarities[bucket] = (byte) Math.min(
                    255,
                    Math.round(GramWeights.STEPS * Math.log(messages.size() / (double) Math.max(1, having[bucket]))));
        }
        messages.forEach(message -> rows.add(row(message)));
        var space = TopicSpace.of(rows, GramWeights.ROWS, GramWeights.TOPICS);
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(rarities);
            out.write(space.bytes());
            for (double mean : space.mean(rows)) {
                out.writeFloat((float) mean);
            }
        }
    }

    private TopicSpace.Row row(CitizenMessage message) {
        var pairs = new TreeMap<Integer, Integer>();
        Grams.pairs(whole(message), pair -> pairs.merge(pair, 1, Integer::sum));
        var weights = new TreeMap<Integer, Double>();
        pairs.forEach((pair, count) -> weights.merge(
                GramWeights.row(pair),
                (1 + Math.log(count)) * (rarities[GramWeights.bucket(pair)] & 0xff) / GramWeights.STEPS,
                Double::sum));
        return TopicSpace.Row.of(weights);
    }

    private static String whole(CitizenMessage message) {
        return message.subject() + "\n" + message.detail();
    }
}
