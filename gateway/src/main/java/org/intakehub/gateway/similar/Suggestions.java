package org.intakehub.gateway.similar;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.intakehub.core.similar.Verdict;
import org.intakehub.core.similar.Verdict.Decision;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of cases that may be the same matter, and what people said of them. */
@Component
public class Suggestions {
    private final JdbcClient jdbc;
    private final Json json;
    private final History history;
    private final Clock clock;

    Suggestions(JdbcClient jdbc, Json json, History history, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.history = history;
        this.clock = clock;
    }

    /** A pair, the newer case first. */
    record Pair(UUID caseId, UUID otherId) {
        static Pair of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) > 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** A pair and what was found about it. */
    record Judged(Pair pair, Verdict verdict) {}

    /** What was said of a pair before stays. */
    void save(List<Judged> found) {
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into similar_case (case_id, other_id, score, reasons, automatic, found_at)
                        select case_id, other_id, score, reasons::jsonb, automatic, :now
                        from unnest(:cases, :others, :scores, :reasons, :automatic) found (case_id, other_id, score, reasons, automatic)
                        on conflict do nothing
                        """)
                .param("cases", column(found, judged -> judged.pair().caseId(), UUID[]::new))
                .param("others", column(found, judged -> judged.pair().otherId(), UUID[]::new))
                .param(
                        "scores",
                        column(found, judged -> (float) judged.verdict().score(), Float[]::new))
                .param(
                        "reasons",
                        column(found, judged -> json.write(judged.verdict().reasons()), String[]::new))
                .param(
                        "automatic",
                        column(found, judged -> judged.verdict().decision() == Decision.AUTOMATIC, Boolean[]::new))
                .param("now", Times.sql(clock.instant()))
                .update();
    }

    private static <T> T[] column(List<Judged> found, Function<Judged, T> value, IntFunction<T[]> array) {
        return found.stream().map(value).toArray(array);
    }

    /** Pairs that may be joined without a person and wait for it. */
    List<Pair> automatic(int most) {
        return jdbc.sql("""
                        select case_id, other_id from similar_case where automatic and state = 'SUGGESTED'
                        order by found_at limit ?
                        """).param(most).query(Pair.class).list();
    }

    /** From now on only a person may join the pair. */
    void leaveToPeople(Pair pair) {
        jdbc.sql("update similar_case set automatic = false where case_id = ? and other_id = ?")
                .params(pair.caseId(), pair.otherId())
                .update();
    }

    /**
     * A person says that two cases are not the same matter; they are never suggested again.
     *
     * @return false if they are not suggested
     */
    @Transactional
    public boolean dismiss(UUID caseId, UUID otherId, String actor) {
        var pair = Pair.of(caseId, otherId);
        var dismissed = jdbc.sql("""
                        update similar_case set state = 'DISMISSED', settled_by = ?, settled_at = ?
                        where case_id = ? and other_id = ? and state = 'SUGGESTED'
                        """)
                        .params(actor, Times.sql(clock.instant()), pair.caseId(), pair.otherId())
                        .update()
                == 1;
        if (dismissed) {
            history.append(caseId, actor, History.Event.SUGGESTION_DISMISSED, Map.of("case", otherId));
        }
        return dismissed;
    }

    /**
     * A person takes his word back that two cases are not the same matter.
     *
     * @return false if it is not his word
     */
    @Transactional
    public boolean recall(UUID caseId, UUID otherId, String actor) {
        var pair = Pair.of(caseId, otherId);
        var recalled =
                jdbc.sql("""
                        update similar_case set state = 'SUGGESTED', settled_by = null, settled_at = null
                        where case_id = ? and other_id = ? and state = 'DISMISSED' and settled_by = ?
                        """).params(pair.caseId(), pair.otherId(), actor).update() == 1;
        if (recalled) {
            history.append(caseId, actor, History.Event.SUGGESTION_RECALLED, Map.of("case", otherId));
        }
        return recalled;
    }
}
