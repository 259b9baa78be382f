package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.rules.CityRules;
import tools.jackson.databind.json.JsonMapper;

/** Compares the city's categories with those that a person gave by eye; see {@code deploy/measure/second-level}. */
public final class SecondLevelMeasure {
    private final Tally firstLevel = new Tally("first level");
    private final Tally secondLevel = new Tally("second level");
    private final Tally amongThree = new Tally("among the best three");
    private final Tally sure = new Tally("sure");
    private final Tally rightWhenSure = new Tally("right when sure");

    private SecondLevelMeasure() {}

    /**
     * Prints the figures.
     *
     * @param args the list of ids and categories, then files of messages with {@code id}, {@code subject} and {@code detail}
     */
    public static void main(String[] args) throws IOException {
        var matters = matters(List.of(args).subList(1, args.length));
        var classifier = CityRules.shipped().classifier();
        var measure = new SecondLevelMeasure();
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            var cells = List.of(line.split(",", -1));
            var matter = matters.get(cells.get(0));
            if (matter != null) {
                measure.add(cells.get(0), List.of(cells.get(1).split("\\|", -1)), classifier.classify(matter));
            }
        }
        measure.print();
    }

    private static Map<String, Matter> matters(List<String> files) throws IOException {
        Map<String, Matter> matters = new HashMap<>();
        for (var file : files) {
            for (var line : Files.readAllLines(Path.of(file))) {
                var message = JsonMapper.shared().readTree(line);
                matters.put(message.path("id").asString(""), LabelledMessages.matter(message));
            }
        }
        return matters;
    }

    private void add(String id, List<String> right, Classification answer) {
        var given = answer.category().map(CategoryCode::value).orElse("none");
        var isRight = right.contains(given);
        firstLevel.add(id, right.stream().anyMatch(code -> code.startsWith(given.substring(0, 2))));
        secondLevel.add(id, isRight);
        amongThree.add(
                id,
                answer.candidates().stream()
                        .anyMatch(
                                candidate -> right.contains(candidate.category().value())));
        sure.add(id, answer.sure());
        if (answer.sure()) {
            rightWhenSure.add(id, isRight);
        }
        if (!isRight) {
            System.out.printf(
                    Locale.ROOT, "%-12s meant %-10s answered %s %.2f%n", id, right, given, answer.confidence());
        }
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "messages=%d first_level=%s second_level=%s among_three=%s sure=%s right_when_sure=%s%n",
                secondLevel.size(),
                firstLevel.share(),
                secondLevel.share(),
                amongThree.share(),
                sure.share(),
                rightWhenSure.share());
    }
}
