package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.intakehub.core.dispatch.Experience;
import org.intakehub.core.dispatch.ExperiencedUnits;
import org.intakehub.core.dispatch.Trait;

/** Measures how often the unit that handled an event is among the first suggestions; see {@code deploy/measure/units}. */
public final class UnitMeasure {
    private static final double LEARNED = 0.7;
    private static final int SHOWN = 3;

    /** What is known when an event comes in; the unit and the outcome are not among it. */
    private static final List<String> FIELDS = List.of("street", "community", "type", "main_type", "sub_type");

    private UnitMeasure() {}

    /**
     * Prints the figures.
     *
     * @param args the events, a CSV with a header
     */
    public static void main(String[] args) throws IOException {
        var events = events(Path.of(args[0]));
        int learned = (int) (events.size() * LEARNED);
        var gatherer = new Experience.Gatherer();
        events.subList(0, learned).forEach(event -> gatherer.add(event.get("dispose_unit"), traits(event)));
        var experience = gatherer.experience();
        var asked = events.subList(learned, events.size());
        int first = 0;
        int shown = 0;
        long began = System.nanoTime();
        for (var event : asked) {
            var ranked = ExperiencedUnits.rank(traits(event), experience).stream()
                    .limit(SHOWN)
                    .map(ExperiencedUnits.Ranked::unit)
                    .toList();
            int place = ranked.indexOf(event.get("dispose_unit"));
            first += place == 0 ? 1 : 0;
            shown += place >= 0 ? 1 : 0;
        }
        double micros = (System.nanoTime() - began) / 1e3 / asked.size();
        System.out.printf(
                "learned on %d events until %s, asked for %d from %s on; %d units; %.0f microseconds an event%n",
                learned,
                events.get(learned - 1).get("create_date"),
                asked.size(),
                asked.get(0).get("create_date"),
                experience.cases().size(),
                micros);
        System.out.printf("top1=%.4f top3=%.4f%n", (double) first / asked.size(), (double) shown / asked.size());
    }

    private static List<CSVRecord> events(Path file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            return parser.getRecords().stream()
                    .sorted(Comparator.comparing(event -> event.get("create_date")))
                    .toList();
        }
    }

    private static List<Trait> traits(CSVRecord event) {
        var known = FIELDS.stream().map(field -> new Trait(field, event.get(field)));
        var together = new Trait("community and sub_type", event.get("community") + "@" + event.get("sub_type"));
        return Stream.concat(known, Stream.of(together)).toList();
    }
}
