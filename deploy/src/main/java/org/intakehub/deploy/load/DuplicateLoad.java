package org.intakehub.deploy.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.intakehub.core.similar.Fingerprints;
import org.intakehub.core.similar.GramWeights;
import org.intakehub.core.similar.SameMatter;
import org.intakehub.core.similar.Verdict.Decision;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.gateway.similar.ComparedCase;
import org.intakehub.gateway.similar.SimilarKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How long one look-up of earlier cases of the same matter takes, the more cases there are; see {@code deploy/load/duplicates}. */
final class DuplicateLoad {
    private static final int LOOK_UPS = 500;
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

    private final SimilarKeys keys;
    private final ManyCases cases;

    private DuplicateLoad(JdbcClient jdbc) {
        keys = new SimilarKeys(jdbc, new Fingerprints(GramWeights.shipped()));
        cases = new ManyCases(jdbc, keys);
    }

    public static void main(String[] arguments) throws Exception {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var setup = HubSetup.fresh("load-duplicates");
        try (var hub = HubProcess.start(setup)) {
            hub.awaitReady();
            var database = HubDatabase.in(setup.data());
            try (var connection = database.connect()) {
                var load = new DuplicateLoad(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
                var summary = SIZES.stream()
                        .filter(size -> size <= most)
                        .map(load::measure)
                        .collect(Collectors.joining(" "));
                System.out.println(summary);
            }
        }
    }

    private String measure(int size) {
        cases.fill(size);
        for (int warmUp = 0; warmUp < LOOK_UPS; warmUp++) {
            lookUp(cases.one());
        }
        var nanos = new long[LOOK_UPS];
        int found = 0;
        for (int i = 0; i < LOOK_UPS; i++) {
            var fresh = cases.one();
            long start = System.nanoTime();
            found += lookUp(fresh);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        double p50 = nanos[LOOK_UPS / 2] / 1e6;
        double p95 = nanos[LOOK_UPS * 95 / 100] / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%,9d cases: p50 %.2f ms, p95 %.2f ms a look-up, %.1f cases found each%n",
                size,
                p50,
                p95,
                (double) found / LOOK_UPS);
        return String.format(Locale.ROOT, "p50_%d=%.2f p95_%d=%.2f", size, p50, size, p95);
    }

    /** Candidates by index, their texts, and the judgement of each. */
    private int lookUp(ComparedCase fresh) {
        var candidates = keys.candidates(List.of(fresh)).getOrDefault(fresh.id(), List.of());
        Map<UUID, ComparedCase> others =
                keys.cases(candidates).stream().collect(Collectors.toMap(ComparedCase::id, Function.identity()));
        return (int) others.values().stream()
                .filter(other ->
                        SameMatter.judge(fresh.telling(), other.telling()).decision() != Decision.NONE)
                .count();
    }
}
