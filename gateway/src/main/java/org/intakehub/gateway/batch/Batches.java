package org.intakehub.gateway.batch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.Ground;
import org.intakehub.gateway.classify.SecondThoughts;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps batches: begun by a person, worked off by {@link BatchWork}, and told only to who began them. */
@Component
public class Batches {
    /** Cases of a batch. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final SecondThoughts thoughts;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Batches(JdbcClient jdbc, SecondThoughts thoughts, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.thoughts = thoughts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A case that was chosen.
     *
     * @param revision the revision that the person saw
     */
    public record Chosen(UUID id, int revision) {}

    /**
     * Begins a batch.
     *
     * @param chosen at most {@link #MOST}, which the person may see; one that is chosen twice counts once
     */
    @Transactional
    public UUID begin(Wish wish, List<Chosen> chosen, Actor actor) {
        var id = ids.get();
        jdbc.sql("insert into batch (id, login, person, kind, category, ground, words, made_at)"
                        + " values (:id, :login, :person, :kind, :category, :ground, :words, :now)")
                .param("id", id)
                .param("login", actor.login())
                .param("person", actor.person())
                .param("kind", wish.kind().name())
                .param("category", wish.category().orElse(null))
                .param("ground", wish.ground().map(Ground::name).orElse(null))
                .param("words", wish.words())
                .param("now", Times.sql(clock.instant()))
                .update();
        Set<UUID> seen = chosen.stream().map(Chosen::id).collect(Collectors.toSet());
        var position = 0;
        for (var one : chosen) {
            if (seen.remove(one.id())) {
                jdbc.sql("insert into batch_case (batch_id, position, case_id, revision) values (?, ?, ?, ?)")
                        .params(id, position++, one.id(), one.revision())
                        .update();
            }
        }
        return id;
    }

    /** Empty unless this person began it. */
    public Optional<Batch> find(UUID id, String login) {
        return jdbc.sql("""
                        select b.kind, count(*) as size, count(*) filter (where c.state = 'WAITING') as waiting,
                            count(*) filter (where c.state = 'DONE') as done, count(*) filter (where c.state = 'UNDONE') as undone,
                            count(*) filter (where c.state = 'DONE' and c.decision is not null and c.reason = '' and c.settled_at > :since)
                                as undoable
                        from batch b join batch_case c on c.batch_id = b.id where b.id = :id and b.login = :login group by b.id
                        """)
                .param("id", id)
                .param("login", login)
                .param("since", Times.sql(clock.instant().minus(SecondThoughts.TIME)))
                .query((row, number) -> new Batch(
                        id,
                        Wish.Kind.valueOf(row.getString("kind")),
                        row.getInt("size"),
                        row.getInt("waiting"),
                        row.getInt("done"),
                        row.getInt("undone"),
                        row.getInt("undoable") > 0,
                        refusals(id)))
                .optional();
    }

    private List<Batch.Refused> refusals(UUID id) {
        return jdbc.sql("select b.case_id, c.number, b.reason from batch_case b join case_file c on c.id = b.case_id"
                        + " where b.batch_id = ? and b.reason <> '' order by b.position")
                .param(id)
                .query(Batch.Refused.class)
                .list();
    }

    private record Decided(int position, UUID caseId, UUID decision) {}

    /** Leaves what waits alone, and takes back what has not gone out; does nothing for who did not begin it. */
    @Transactional
    public void undo(UUID id, String login) {
        if (find(id, login).isEmpty()) {
            return;
        }
        jdbc.sql("update batch_case set state = 'REFUSED', reason = ? where batch_id = ? and state = 'WAITING'")
                .params(Batch.Reason.STOPPED.name(), id)
                .update();
        jdbc.sql("select position, case_id, decision from batch_case where batch_id = ? and state = 'DONE'"
                        + " and decision is not null and reason = '' order by position for update")
                .param(id)
                .query(Decided.class)
                .list()
                .forEach(one -> {
                    var isBack = thoughts.undo(one.caseId(), one.decision(), login);
                    jdbc.sql("update batch_case set state = ?, reason = ? where batch_id = ? and position = ?")
                            .params(
                                    isBack ? "UNDONE" : "DONE",
                                    isBack ? "" : Batch.Reason.GONE_OUT.name(),
                                    id,
                                    one.position())
                            .update();
                });
    }
}
