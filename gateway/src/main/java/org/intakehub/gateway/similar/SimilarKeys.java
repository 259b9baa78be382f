package org.intakehub.gateway.similar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.similar.Fingerprints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds, by index alone, which earlier cases may be the same matter: of each key the forty newest cases, of all those the twelve that share
 * most keys. So a look-up costs the same among ten thousand cases as among a million.
 */
@Component
public class SimilarKeys {
    private static final int NEWEST = 40;
    private static final int CANDIDATES = 12;

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;

    public SimilarKeys(JdbcClient jdbc, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
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

    /** For each of the cases those that it has to be compared with. */
    public Map<UUID, List<UUID>> candidates(List<ComparedCase> cases) {
        return probes("""
                        select case_id, other_id from (
                            select probe.case_id, hit.case_id as other_id,
                                row_number() over (partition by probe.case_id order by count(*) desc, hit.case_id desc) as place
                            from unnest(:ids, :keys) probe (case_id, key) cross join lateral (
                                select k.case_id from similar_key k where k.key = probe.key order by k.case_id desc limit :newest) hit
                            where hit.case_id <> probe.case_id
                            group by probe.case_id, hit.case_id) ranked
                        where place <= :most
                        """, cases).param("newest", NEWEST).param("most", CANDIDATES).query(Hit.class).list().stream()
                .collect(Collectors.groupingBy(
                        Hit::caseId, LinkedHashMap::new, Collectors.mapping(Hit::otherId, Collectors.toList())));
    }

    private record Hit(UUID caseId, UUID otherId) {}

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
