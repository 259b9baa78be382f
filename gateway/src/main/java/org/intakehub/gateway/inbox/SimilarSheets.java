package org.intakehub.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Mask;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.similar.CitizenMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what belongs together with a case. A case whose citizen the reader may not see stands in no list here, and such a case has none:
 * that two cases are alike, or of one citizen, would tell who wrote them.
 */
@Component
class SimilarSheets {
    private static final int MOST_EARLIER = 20;
    private static final String OTHER =
            "c.id, c.revision, c.number, c.title, c.description, c.state, c.accepted_at, " + CitizenMarks.COLUMNS;

    private final JdbcClient jdbc;
    private final Json json;

    SimilarSheets(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Found(SimilarSheet.Other other, Set<String> marks, double score, List<SimilarSheet.Reason> reasons) {
        Found {
            marks = Set.copyOf(marks);
            reasons = List.copyOf(reasons);
        }

        SimilarSheet.Suggestion suggestion() {
            return new SimilarSheet.Suggestion(other, score, reasons);
        }
    }

    /** Empty if the reader may not see the case, or not its citizen. */
    Optional<SimilarSheet> find(CaseAccess access, UUID id) {
        record Mine(int revision, String description, Optional<UUID> mergedInto, Set<String> marks) {}
        return jdbc.sql("select c.revision, c.description, c.merged_into, " + CitizenMarks.COLUMNS
                        + " from case_file c where c.id = :id and " + open(access))
                .param("id", id)
                .params(access.parameters())
                .query((row, number) -> new Mine(
                        row.getInt("revision"),
                        Mask.text(row.getString("description")),
                        Optional.ofNullable(row.getObject("merged_into", UUID.class)),
                        CitizenMarks.of(row)))
                .optional()
                .map(mine -> {
                    var suggestions = suggestions(access, id);
                    var merged = others(
                            access, id, " from case_file c where c.merged_into = :id", " order by c.accepted_at, c.id");
                    return new SimilarSheet(
                            id,
                            mine.revision(),
                            mine.description(),
                            mine.mergedInto().orElse(null),
                            suggestions.stream().map(Found::suggestion).toList(),
                            merged.stream().map(Found::other).toList(),
                            earlier(access, id, mine.marks()),
                            citizens(
                                    mine.marks(),
                                    Stream.concat(suggestions.stream(), merged.stream())
                                            .toList()));
                });
    }

    private static String open(CaseAccess access) {
        return access.visible() + " and " + access.searchable();
    }

    private List<Found> suggestions(CaseAccess access, UUID id) {
        return jdbc.sql("select " + OTHER + """
                        , s.score, s.reasons::text as reasons_text
                        from (select other_id as id, score, reasons from similar_case where case_id = :id and state = 'SUGGESTED'
                            union all
                            select case_id, score, reasons from similar_case where other_id = :id and state = 'SUGGESTED') s
                        join case_file c on c.id = s.id
                        where c.state <> 'MERGED' and \
                        """ + open(access) + " order by s.score desc, c.accepted_at desc limit 10")
                .param("id", id)
                .params(access.parameters())
                .query((row, number) -> found(
                        row,
                        row.getDouble("score"),
                        List.of(json.read(row.getString("reasons_text"), SimilarSheet.Reason[].class))))
                .list();
    }

    private List<Found> others(CaseAccess access, UUID id, String from, String order) {
        return jdbc.sql("select " + OTHER + from + " and " + open(access) + order + " limit 200")
                .param("id", id)
                .params(access.parameters())
                .query((row, number) -> found(row, 0, List.of()))
                .list();
    }

    /** The keys are hashes, which strangers may share: the marks decide. */
    private List<SimilarSheet.Other> earlier(CaseAccess access, UUID id, Set<String> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("select " + OTHER
                        + " from case_file c where c.id <> :id and c.id in (select case_id from similar_key"
                        + " where key in (:keys) order by case_id desc limit 500) and " + open(access)
                        + " order by c.accepted_at desc, c.id desc")
                .param("id", id)
                .param("keys", marks.stream().map(String::hashCode).toList())
                .params(access.parameters())
                .query((row, number) -> found(row, 0, List.of()))
                .list()
                .stream()
                .filter(found -> !Collections.disjoint(found.marks(), marks))
                .map(Found::other)
                .limit(MOST_EARLIER)
                .toList();
    }

    private static Found found(ResultSet row, double score, List<SimilarSheet.Reason> reasons) throws SQLException {
        return new Found(
                new SimilarSheet.Other(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        row.getString("number"),
                        Mask.text(row.getString("title")),
                        Mask.text(row.getString("description")),
                        CaseState.valueOf(row.getString("state")),
                        row.getString("channel"),
                        row.getTimestamp("accepted_at").toInstant()),
                CitizenMarks.of(row),
                score,
                reasons);
    }

    private static int citizens(Set<String> mine, List<Found> others) {
        var known = new ArrayList<Set<String>>(List.of(new HashSet<>(mine)));
        for (var found : others) {
            var same = known.stream()
                    .filter(marks -> !Collections.disjoint(marks, found.marks()))
                    .findFirst();
            same.ifPresentOrElse(marks -> marks.addAll(found.marks()), () -> known.add(new HashSet<>(found.marks())));
        }
        return known.size();
    }
}
