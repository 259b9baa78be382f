package org.intakehub.gateway.learning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.learning.TextModel;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The models that were trained on staff's decisions, each with its figures; at most one runs, and the shipped one runs beneath it. */
@Component
class CategoryModels {
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    CategoryModels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A model's figures.
     *
     * @param heldBack cases that it was compared on
     * @param rightShare share of them that it answered as a person had
     * @param runningShare the same of what ran at that time
     */
    record Version(
            long version,
            Instant trainedAt,
            String trainedBy,
            int examples,
            int heldBack,
            float rightShare,
            float runningShare,
            String state,
            int revision) {}

    /** A model that was compared. */
    record Trained(int examples, int heldBack, double rightShare, double runningShare, TextModel model) {
        boolean isBetter() {
            return rightShare > runningShare;
        }
    }

    /** Newest first; the last hundred. */
    List<Version> versions() {
        return jdbc.sql("""
                        select version, trained_at, trained_by, examples, held_back, right_share, running_share, state, revision
                        from category_model order by version desc limit ?
                        """).param(SHOWN).query(Version.class).list();
    }

    Optional<Long> running() {
        return jdbc.sql("select version from category_model where state = 'RUNNING'")
                .query(Long.class)
                .optional();
    }

    byte[] weights(long version) {
        return jdbc.sql("select weights from category_model where version = ?")
                .param(version)
                .query(byte[].class)
                .single();
    }

    /** Keeps a trained model; it runs from now on if it is better than what ran. */
    @Transactional
    void add(Trained trained, String actor) {
        if (trained.isBetter()) {
            retire();
        }
        var version = jdbc.sql("""
                        insert into category_model
                            (trained_at, trained_by, examples, held_back, right_share, running_share, state, weights)
                        values (:at, :by, :examples, :heldBack, :right, :running, :state, :weights) returning version
                        """)
                .param("at", Times.sql(clock.instant()))
                .param("by", actor)
                .param("examples", trained.examples())
                .param("heldBack", trained.heldBack())
                .param("right", (float) trained.rightShare())
                .param("running", (float) trained.runningShare())
                .param("state", trained.isBetter() ? "RUNNING" : "REFUSED")
                .param("weights", trained.isBetter() ? bytes(trained.model()) : new byte[0])
                .query(Long.class)
                .single();
        tell(actor, trained.isBetter() ? "TAKEN_OVER" : "REFUSED", version);
    }

    /**
     * Goes back to the model that ran before the running one, or to the shipped one alone if there was none.
     *
     * @param revision of the running one when the person looked at it
     * @return false if it does not run, or changed since
     */
    @Transactional
    boolean back(long version, int revision, String actor) {
        var retired = jdbc.sql("""
                        update category_model set state = 'REFUSED', revision = revision + 1
                        where version = ? and revision = ? and state = 'RUNNING'
                        """).params(version, revision).update();
        if (retired == 0) {
            return false;
        }
        jdbc.sql("""
                        update category_model set state = 'RUNNING', revision = revision + 1
                        where version = (select max(version) from category_model where state = 'RETIRED' and version < ?)
                        """).param(version).update();
        tell(actor, "BACK", version);
        return true;
    }

    private static byte[] bytes(TextModel model) {
        try {
            var out = new ByteArrayOutputStream();
            model.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void retire() {
        jdbc.sql("update category_model set state = 'RETIRED', revision = revision + 1 where state = 'RUNNING'")
                .update();
    }

    private void tell(String actor, String kind, long version) {
        jdbc.sql("insert into category_model_history (at, actor, kind, version) values (?, ?, ?, ?)")
                .params(Times.sql(clock.instant()), actor, kind, version)
                .update();
    }
}
