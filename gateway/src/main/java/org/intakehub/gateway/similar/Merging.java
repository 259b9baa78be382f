package org.intakehub.gateway.similar;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins cases of one matter and parts them again. Joining links and destroys nothing: the merged case keeps its messages, its citizen, its
 * deadlines, its work orders and its answer, and what its citizen writes from then on goes to the main case.
 */
@Component
public class Merging {
    private final JdbcClient jdbc;
    private final CaseStates states;
    private final History history;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Merging(JdbcClient jdbc, CaseStates states, History history, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a wish to merge or to undo it. */
    public enum Result {
        DONE,
        /** Somebody or something changed the case since the person looked at it. */
        STALE,
        /** One of the two is over, not classified yet or merged already, or they are one. */
        NOT_POSSIBLE
    }

    /**
     * Merges two cases for a person who looks at one of them; the newer goes into the older.
     *
     * @param revision the revision of the case that the person looked at
     */
    @Transactional
    public Result merge(UUID looked, int revision, UUID other, String actor) {
        var mine = locked(looked, other).filter(one -> one.id().equals(looked)).findFirst();
        if (mine.isEmpty() || mine.get().revision() != revision) {
            return mine.isEmpty() ? Result.NOT_POSSIBLE : Result.STALE;
        }
        return merge(looked, other, actor);
    }

    /** Merges the newer of two cases into the older, or into what that is merged into. */
    @Transactional
    public Result merge(UUID one, UUID other, String actor) {
        var pair = locked(one, other)
                .sorted((first, second) -> first.acceptedAt().compareTo(second.acceptedAt()))
                .toList();
        if (pair.size() < 2) {
            return Result.NOT_POSSIBLE;
        }
        var newer = pair.get(1);
        var older = pair.get(0);
        var main = older.mergedInto().flatMap(states::lock).orElse(older);
        if (!newer.mayBeJoined() || !main.mayBeJoined() || main.id().equals(newer.id())) {
            return Result.NOT_POSSIBLE;
        }
        link(newer, main, actor);
        return Result.DONE;
    }

    /** In the order of their ids, so that two merges never wait for each other. */
    private Stream<CaseStates.Locked> locked(UUID one, UUID other) {
        return Stream.of(one, other).distinct().sorted().map(states::lock).flatMap(Optional::stream).toList().stream();
    }

    private void link(CaseStates.Locked newer, CaseStates.Locked main, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
                        insert into case_merge (id, case_id, main_id, previous_state, merged_by, merged_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(ids.get(), newer.id(), main.id(), newer.state().name(), actor, Times.sql(now))
                .update();
        states.merge(newer, main.id(), now);
        states.follow(main.id());
        history.append(newer.id(), actor, History.Event.MERGED, Map.of("into", main.id()));
        history.append(main.id(), actor, History.Event.MERGED, Map.of("case", newer.id()));
    }

    private record Link(UUID id, UUID mainId, CaseState state, Instant mergedAt) {}

    /** Takes one case out of its main case again; it goes on in the state that it had, with all that was merged into it. */
    @Transactional
    public Result undo(UUID caseId, int revision, String actor) {
        var current = states.lock(caseId);
        if (current.isEmpty() || current.get().revision() != revision) {
            return current.isEmpty() ? Result.NOT_POSSIBLE : Result.STALE;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var link = jdbc.sql("""
                        update case_merge set undone_by = ?, undone_at = ? where case_id = ? and undone_at is null
                        returning id, main_id, previous_state, merged_at
                        """)
                .params(actor, Times.sql(now), caseId)
                .query((row, number) -> new Link(
                        row.getObject("id", UUID.class),
                        row.getObject("main_id", UUID.class),
                        CaseState.valueOf(row.getString("previous_state")),
                        row.getTimestamp("merged_at").toInstant()))
                .optional();
        if (link.isEmpty()) {
            return Result.NOT_POSSIBLE;
        }
        part(caseId, link.get(), actor, now);
        return Result.DONE;
    }

    private void part(UUID caseId, Link link, String actor, Instant now) {
        states.restore(caseId, link.mainId(), link.state(), link.mergedAt(), now);
        states.follow(caseId);
        // What a person parted is not joined or suggested again.
        jdbc.sql("""
                        update similar_case set state = 'DISMISSED', automatic = false, settled_by = :actor, settled_at = :now
                        where (case_id, other_id) in ((:one, :other), (:other, :one)) and state = 'SUGGESTED'
                        """)
                .param("actor", actor)
                .param("now", Times.sql(now))
                .param("one", caseId)
                .param("other", link.mainId())
                .update();
        history.append(caseId, actor, History.Event.UNMERGED, Map.of("from", link.mainId()));
        history.append(link.mainId(), actor, History.Event.UNMERGED, Map.of("case", caseId));
    }
}
