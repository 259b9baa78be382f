package org.intakehub.gateway.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.classification.Matter;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what people said a case is, for training; the words stay with the case. */
@Component
public class TrainingExamples {
    /** The latest are read: more would take long and would teach yesterday's ways. */
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    TrainingExamples(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A case and what a person said it is. */
    record Decided(UUID caseId, Matter matter, String category) {}

    /** Remembers a decision, in the transaction that makes it; a later one on the same case takes its place. */
    public void remember(UUID caseId, String category, String actor) {
        jdbc.sql("""
                        insert into training_example (case_id, category, actor, at) values (:case, :category, :actor, :at)
                        on conflict (case_id) do update set category = :category, actor = :actor, at = :at
                        """)
                .param("case", caseId)
                .param("category", category)
                .param("actor", actor)
                .param("at", Times.sql(clock.instant()))
                .update();
    }

    /** Forgets a decision that was taken back, in the transaction that does so. */
    public void forget(UUID caseId) {
        jdbc.sql("delete from training_example where case_id = ?").param(caseId).update();
    }

    int count() {
        return jdbc.sql("select count(*) from training_example")
                .query(Integer.class)
                .single();
    }

    /** How many came since a model was last trained. */
    int countNew() {
        return jdbc.sql("select count(*) from training_example"
                        + " where at > coalesce((select max(trained_at) from category_model), '-infinity')")
                .query(Integer.class)
                .single();
    }

    List<Decided> latest() {
        return jdbc.sql("""
                        select case_id, title, description, training_example.category
                        from training_example join case_file on case_file.id = case_id
                        order by training_example.at desc, case_id limit ?
                        """).param(MOST).query(TrainingExamples::decided).list();
    }

    private static Decided decided(ResultSet row, int number) throws SQLException {
        return new Decided(
                row.getObject("case_id", UUID.class),
                new Matter(
                        row.getString("title"),
                        row.getString("description"),
                        PlaceHint.none(),
                        Optional.empty(),
                        Confidentiality.NORMAL,
                        Optional.empty()),
                row.getString("category"));
    }
}
