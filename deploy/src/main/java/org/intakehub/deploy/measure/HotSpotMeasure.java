package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.hotspot.HotSpots;
import org.intakehub.core.hotspot.Sighting;
import org.intakehub.core.hotspot.Surge;
import org.intakehub.core.similar.Fingerprints;
import org.intakehub.core.similar.GramWeights;
import org.intakehub.core.similar.SameMatter;
import org.intakehub.core.similar.Telling;

/** Lives through a collection of messages in the order of their times and tells which hot spots would have been reported when; see {@code deploy/measure/hot-spots}. */
public final class HotSpotMeasure {
    private static final Duration APART = Duration.ofDays(60);
    private static final double SAME = 0.6;

    private final List<Told> told = new ArrayList<>();
    private final Map<String, Matter> matterOf = new HashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final Instant began;

    private HotSpotMeasure(Instant began) {
        this.began = began;
    }

    private record Told(CitizenMessage message, Telling telling) {}

    /** Messages that were linked to each other as they came. */
    private static final class Matter {
        private final List<CitizenMessage> messages = new ArrayList<>();
        private boolean reported;
    }

    /** A warning, with the messages that it would have named. */
    private record Report(Instant at, Surge surge, List<CitizenMessage> messages) {
        List<String> ids() {
            return messages.stream().map(CitizenMessage::id).toList();
        }
    }

    /**
     * Prints the figures.
     *
     * @param args incidents, then messages, then judgements
     */
    public static void main(String[] args) throws IOException {
        var messages = CitizenMessage.read(Path.of(args[1])).values().stream()
                .sorted(Comparator.comparing(CitizenMessage::at).thenComparing(CitizenMessage::id))
                .toList();
        var measure = new HotSpotMeasure(messages.get(messages.size() / 100).at());
        var fingerprints = new Fingerprints(GramWeights.shipped());
        messages.forEach(message -> measure.hear(message, fingerprints));
        measure.tellIncidents(Incident.read(Path.of(args[0])));
        measure.tellReports(JudgedHotSpots.read(Path.of(args[2])), messages);
    }

    private void hear(CitizenMessage message, Fingerprints fingerprints) {
        var telling = new Telling(
                fingerprints.of(message.subject(), message.detail()),
                Set.of(message.user()),
                Optional.empty(),
                Optional.empty(),
                message.at(),
                false);
        var matter = likest(telling).map(like -> matterOf.get(like)).orElseGet(Matter::new);
        matter.messages.add(message);
        matterOf.put(message.id(), matter);
        told.add(new Told(message, telling));
        if (!matter.reported) {
            HotSpots.judge(sightings(matter), message.at(), began, 0)
                    .ifPresent(surge -> report(matter, message, surge));
        }
    }

    private Optional<String> likest(Telling telling) {
        record Like(String id, double score) {}
        return told.stream()
                .filter(other -> other.telling().at().isAfter(telling.at().minus(APART)))
                .map(other -> new Like(
                        other.message().id(),
                        SameMatter.judge(telling, other.telling()).score()))
                .filter(like -> like.score() >= SAME)
                .max(Comparator.comparingDouble(Like::score))
                .map(Like::id);
    }

    private static List<Sighting> sightings(Matter matter) {
        return matter.messages.stream()
                .map(one -> new Sighting(Set.of(one.user().hashCode()), one.at()))
                .toList();
    }

    private void report(Matter matter, CitizenMessage message, Surge surge) {
        matter.reported = true;
        var named = matter.messages.stream()
                .filter(one -> one.at().isAfter(message.at().minus(surge.span().length())))
                .toList();
        reports.add(new Report(message.at(), surge, named));
    }

    /** An incident is reported by the first warning that names two of its messages or more. */
    private void tellIncidents(List<Incident> incidents) {
        incidents.stream()
                .sorted(Comparator.comparingInt((Incident one) -> -one.ids().size()))
                .forEach(incident -> {
                    var first = reports.stream()
                            .filter(report -> report.ids().stream()
                                            .filter(incident.ids()::contains)
                                            .count()
                                    >= 2)
                            .findFirst();
                    System.out.println(incident.cluster() + ": "
                            + first.map(report -> "%s, by message %d of %d"
                                            .formatted(
                                                    report.at(),
                                                    nth(incident, report.at()),
                                                    incident.ids().size()))
                                    .orElse("not reported, " + incident.ids().size() + " messages"));
                });
    }

    private long nth(Incident incident, Instant at) {
        return told.stream()
                .filter(one -> incident.ids().contains(one.message().id())
                        && !one.message().at().isAfter(at))
                .count();
    }

    private void tellReports(JudgedHotSpots judged, List<CitizenMessage> messages) {
        int wrong = 0;
        for (var report : reports) {
            var verdict = judged.verdict(report.messages());
            wrong += verdict == JudgedHotSpots.Verdict.TRUE ? 0 : 1;
            System.out.printf(
                    Locale.ROOT,
                    "%s %s %d citizens, usual %.2f: %s %s%n",
                    report.at(),
                    report.surge().span(),
                    report.surge().citizens(),
                    report.surge().usual(),
                    verdict,
                    String.join(" ", report.ids()));
        }
        double months =
                Duration.between(began, messages.get(messages.size() - 1).at()).toDays() / 30.4;
        System.out.printf(
                Locale.ROOT,
                "warnings=%d false=%d months=%.1f false_a_month=%.2f%n",
                reports.size(),
                wrong,
                months,
                wrong / months);
    }
}
