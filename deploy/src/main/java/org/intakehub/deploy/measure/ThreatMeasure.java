package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Classifier;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.rules.CityRules;
import tools.jackson.databind.json.JsonMapper;

/** Measures which sentences and messages alarm as threats; see {@code deploy/measure/threats}. */
public final class ThreatMeasure {
    private static final int WARM_UP = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Classifier classifier = CityRules.shipped().classifier();

    private ThreatMeasure() {}

    /**
     * Prints the figures.
     *
     * @param args the two files of labelled sentences, known and unseen, then files of messages, one JSON object a line
     */
    public static void main(String[] args) throws IOException {
        var measure = new ThreatMeasure();
        var known = measure.sentences(Path.of(args[0]));
        var unseen = measure.sentences(Path.of(args[1]));
        var messages = measure.messages(List.of(args).subList(2, args.length));
        System.out.printf("known=%s unseen=%s messages=%s%n", known, unseen, messages);
    }

    private String sentences(Path file) throws IOException {
        int[] asked = new int[2];
        int[] alarmed = new int[2];
        for (var line : Files.readAllLines(file)) {
            var cells = line.split(",", 2);
            if (cells.length == 2 && !line.startsWith("#") && !cells[0].equals("label")) {
                int label = cells[0].equals("threat") ? 1 : 0;
                boolean alarms = isThreat("", cells[1]);
                asked[label]++;
                alarmed[label] += alarms ? 1 : 0;
                if (alarms != (label == 1)) {
                    System.out.println((alarms ? "false alarm: " : "missed: ") + cells[1]);
                }
            }
        }
        return "recall:" + alarmed[1] + "/" + asked[1] + ",false:" + alarmed[0] + "/" + asked[0];
    }

    private String messages(List<String> files) throws IOException {
        int alarmed = 0;
        int asked = 0;
        long nanos = 0;
        for (var file : files) {
            for (var line : Files.readAllLines(Path.of(file))) {
                var message = JSON.readTree(line);
                var title = message.path("subject").asString("");
                var text = message.path("detail").asString("");
                long began = System.nanoTime();
                alarmed += isThreat(title, text) ? 1 : 0;
                asked++;
                nanos += asked > WARM_UP ? System.nanoTime() - began : 0;
            }
        }
        if (asked > WARM_UP) {
            System.out.printf("all rules together: %.3f ms a message%n", nanos / 1e6 / (asked - WARM_UP));
        }
        return alarmed + "/" + asked;
    }

    private boolean isThreat(String title, String text) {
        var matter =
                new Matter(title, text, PlaceHint.none(), Optional.empty(), Confidentiality.NORMAL, Optional.empty());
        return classifier.classify(matter).threat();
    }
}
