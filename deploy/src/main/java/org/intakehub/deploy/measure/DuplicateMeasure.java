package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.similar.Fingerprints;
import org.intakehub.core.similar.GramWeights;
import org.intakehub.core.similar.SameMatter;
import org.intakehub.core.similar.Telling;
import org.intakehub.core.similar.Verdict;
import org.intakehub.core.similar.Verdict.Decision;

/** Measures how well messages of one matter are found; see {@code deploy/measure/duplicates}. */
public final class DuplicateMeasure {
    private static final int FIVE = 5;

    private final Map<String, Telling> tellings = new LinkedHashMap<>();
    private final List<Incident> incidents;
    private final Map<String, Set<String>> incidentsOf = new HashMap<>();

    private DuplicateMeasure(Map<String, CitizenMessage> messages, List<Incident> incidents) {
        var fingerprints = new Fingerprints(GramWeights.shipped());
        messages.forEach((id, message) -> tellings.put(
                id,
                new Telling(
                        fingerprints.of(message.subject(), message.detail()),
                        message.user().isEmpty() ? Set.of() : Set.of(message.user()),
                        Optional.empty(),
                        Optional.empty(),
                        message.at(),
                        false)));
        this.incidents = incidents;
        incidents.forEach(incident -> incident.ids()
                .forEach(id -> incidentsOf
                        .computeIfAbsent(id, any -> new LinkedHashSet<>())
                        .add(incident.cluster())));
    }

    /**
     * Prints the figures.
     *
     * @param args incidents, then messages
     */
    public static void main(String[] args) throws IOException {
        var started = System.nanoTime();
        var messages = CitizenMessage.read(Path.of(args[1]));
        var measure = new DuplicateMeasure(messages, Incident.read(Path.of(args[0])));
        System.out.printf(
                Locale.ROOT,
                "%d messages, %.2f ms for each fingerprint%n",
                messages.size(),
                (System.nanoTime() - started) / 1e6 / messages.size());
        var top1 = new Tally("ranked first");
        var top5 = new Tally("among the first five");
        measure.rank(top1, top5);
        System.out.println(top1 + "\n" + top5);
        measure.pairs(top1, top5);
    }

    private void rank(Tally top1, Tally top5) {
        for (var incident : incidents) {
            for (var id : incident.ids()) {
                var telling = telling(id);
                if (incident.ids().stream()
                        .noneMatch(other -> telling(other).at().isBefore(telling.at()))) {
                    continue;
                }
                var found = earlier(telling);
                top1.add(id, incident.ids().contains(found.get(0)));
                top5.add(id, found.stream().anyMatch(incident.ids()::contains));
            }
        }
    }

    private List<String> earlier(Telling telling) {
        return tellings.entrySet().stream()
                .filter(other -> other.getValue().at().isBefore(telling.at()))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Telling> other) ->
                                SameMatter.judge(telling, other.getValue()).score())
                        .reversed())
                .limit(FIVE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Telling telling(String id) {
        return Objects.requireNonNull(tellings.get(id), id);
    }

    /** All pairs of the messages that are named, of which at least one belongs to an incident. */
    private void pairs(Tally top1, Tally top5) {
        var named = new LinkedHashSet<String>();
        incidents.forEach(incident -> {
            named.addAll(incident.ids());
            named.addAll(incident.hardNegativeIds());
        });
        var all = List.copyOf(named);
        int hits = 0;
        int suggested = 0;
        int same = 0;
        int automatic = 0;
        var wrong = new ArrayList<String>();
        for (int one = 0; one < all.size(); one++) {
            for (int other = 0; other < one; other++) {
                var mine = incidentsOf.getOrDefault(all.get(one), Set.of());
                var theirs = incidentsOf.getOrDefault(all.get(other), Set.of());
                if (mine.isEmpty() && theirs.isEmpty()) {
                    continue;
                }
                boolean isSame = mine.stream().anyMatch(theirs::contains);
                Verdict verdict = SameMatter.judge(telling(all.get(one)), telling(all.get(other)));
                boolean found = verdict.decision() != Decision.NONE;
                same += isSame ? 1 : 0;
                suggested += found ? 1 : 0;
                hits += isSame && found ? 1 : 0;
                if (verdict.decision() == Decision.AUTOMATIC) {
                    automatic++;
                    if (!isSame) {
                        wrong.add(all.get(one) + "/" + all.get(other));
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d pairs of one matter, %d found, %d of them right; %d joined automatically, wrongly: %s%n",
                same,
                suggested,
                hits,
                automatic,
                wrong);
        System.out.printf(
                Locale.ROOT,
                "top1=%s top5=%s pair_f1=%.4f wrong_automatic=%d%n",
                top1.share(),
                top5.share(),
                same + suggested == 0 ? 1 : 2.0 * hits / (same + suggested),
                wrong.size());
    }
}
