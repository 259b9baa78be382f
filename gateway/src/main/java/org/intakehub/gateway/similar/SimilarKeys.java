package org.intakehub.gateway.similar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.similar.Fingerprints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds, by index alone, which earlier cases may be the same matter: of each key the twenty newest cases, of all those the twelve that share
 * most keys. So a look-up costs the same among ten thousand cases as among a million.
 */
@Component
public class SimilarKeys {
    private static final int NEWEST = 20;
    private static final int CANDIDATES = 12;

    private final JdbcClient jdbc;
    private final RecentFingerprints fingerprints;

    public SimilarKeys(JdbcClient jdbc, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = new RecentFingerprints(fingerprints);
    }

    /** The cases with these ids, as far as they are there. */
    public List<ComparedCase> cases(List<UUID> ids) {
        return jdbc.sql("select " + ComparedCase.COLUMNS + " from case_file c where c.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> ComparedCase.of(fingerprints, row))
                .list();
    }

    /** Lets later cases find these. */
    public void add(List<ComparedCase> cases) {
        probes("""
                        insert into similar_key (key, case_id)
                        select key, case_id from unnest(:ids, :keys) probe (case_id, key) on conflict do nothing
                        """, cases).update();
    }

    /** For each of the cases those that it has to be compared with, the likeliest first. */
    public Map<UUID, List<UUID>> candidates(List<ComparedCase> cases) {
        var keys = cases.stream().flatMap(one -> one.keys().stream()).distinct().toArray(Integer[]::new);
        var hits = jdbc
                .sql("""
                        select probe.key, array(
                            select k.case_id from similar_key k where k.key = probe.key order by k.case_id desc limit :newest) as cases
                        from unnest(:keys) probe (key)
                        """)
                .param("keys", keys)
                .param("newest", NEWEST)
                .query((row, number) -> Map.entry(row.getInt("key"), List.of((UUID[])
                        row.getArray("cases").getArray())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return cases.stream().collect(Collectors.toMap(ComparedCase::id, one -> likeliest(one, hits)));
    }

    private static List<UUID> likeliest(ComparedCase one, Map<Integer, List<UUID>> hits) {
        var shared = new HashMap<UUID, Integer>();
        one.keys().forEach(key -> hits.getOrDefault(key, List.of()).forEach(id -> shared.merge(id, 1, Integer::sum)));
        shared.remove(one.id());
        return shared.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey())
                        .reversed())
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private JdbcClient.StatementSpec probes(String sql, List<ComparedCase> cases) {
        var ids = new ArrayList<UUID>();
        var keys = new ArrayList<Integer>();
        for (var one : cases) {
            for (var key : one.keys()) {
                ids.add(one.id());
                keys.add(key);
            }
        }
        return jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).param("keys", keys.toArray(Integer[]::new));
    }
}
