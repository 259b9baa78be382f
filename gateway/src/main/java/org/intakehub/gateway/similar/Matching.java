package org.intakehub.gateway.similar;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.similar.SameMatter;
import org.intakehub.core.similar.Verdict.Decision;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.similar.Suggestions.Judged;
import org.intakehub.routes.stage.Precedence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares classified cases with earlier ones, half a second after at the earliest, one node at a time. */
@Component
public class Matching {
    private static final Logger LOG = LoggerFactory.getLogger(Matching.class);
    private static final int BATCH = 50;
    private static final int SUGGESTED = 5;
    /** Of the advisory lock: two nodes at once would not see each other's cases. */
    private static final long LOCK = 0x73696d696c6172L;

    private final JdbcClient jdbc;
    private final SimilarKeys keys;
    private final Suggestions suggestions;
    private final Merging merging;
    private final TransactionTemplate transaction;
    private final Precedence precedence;

    Matching(
            JdbcClient jdbc,
            SimilarKeys keys,
            Suggestions suggestions,
            Merging merging,
            TransactionTemplate transaction,
            Precedence precedence) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.suggestions = suggestions;
        this.merging = merging;
        this.transaction = transaction;
        this.precedence = precedence;
    }

    @Scheduled(fixedDelay = 500)
    void match() {
        try {
            do {
                precedence.standAside();
            } while (matchBatch() == BATCH);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("comparing cases waits for the database: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Compares the cases that wait longest, and joins what may be joined without a person.
     *
     * @return how many cases were compared
     */
    public int matchBatch() {
        int compared = Objects.requireNonNull(transaction.execute(status -> compareWaiting()));
        suggestions.automatic(BATCH).forEach(this::join);
        return compared;
    }

    private int compareWaiting() {
        var mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return 0;
        }
        var ids = jdbc.sql("""
                        delete from similar_waiting where case_id in (
                            select case_id from similar_waiting order by case_id limit ? for update skip locked)
                        returning case_id
                        """).param(BATCH).query(UUID.class).list();
        if (!ids.isEmpty()) {
            compare(keys.cases(ids));
        }
        return ids.size();
    }

    private void compare(List<ComparedCase> cases) {
        keys.add(cases);
        var candidates = keys.candidates(cases);
        var others = byId(keys.cases(
                candidates.values().stream().flatMap(List::stream).distinct().toList()));
        suggestions.save(cases.stream()
                .flatMap(one -> likely(one, candidates.getOrDefault(one.id(), List.of()), others))
                .toList());
    }

    private static Stream<Judged> likely(ComparedCase one, List<UUID> candidates, Map<UUID, ComparedCase> others) {
        return candidates.stream()
                .map(others::get)
                .filter(Objects::nonNull)
                .map(other -> new Judged(
                        Suggestions.Pair.of(one.id(), other.id()), SameMatter.judge(one.telling(), other.telling())))
                .filter(judged -> judged.verdict().decision() != Decision.NONE)
                .sorted(Comparator.comparingDouble(
                        (Judged judged) -> -judged.verdict().score()))
                .limit(SUGGESTED);
    }

    private static Map<UUID, ComparedCase> byId(List<ComparedCase> cases) {
        return cases.stream().collect(Collectors.toMap(ComparedCase::id, Function.identity()));
    }

    /** What cannot be joined, because somebody decided on it or it is closed, waits for a person. */
    private void join(Suggestions.Pair pair) {
        merging.merge(pair.caseId(), pair.otherId(), History.HUB);
        suggestions.leaveToPeople(pair);
    }
}
