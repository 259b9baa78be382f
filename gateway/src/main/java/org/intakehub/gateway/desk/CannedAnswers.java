package org.intakehub.gateway.desk;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.platform.Times;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that are given again and again, with places for what differs from case to case. */
@Component
public class CannedAnswers {
    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;

    CannedAnswers(JdbcClient jdbc, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** One of them, as it was written down. */
    public record Canned(UUID id, String title, String text, int revision, String changedBy) {}

    /** By title; a city has tens of them. */
    public List<Canned> all() {
        return jdbc.sql("select id, title, text, revision, changed_by from canned_answer order by title limit 500")
                .query(Canned.class)
                .list();
    }

    /** Adds one; false if the title is taken. */
    public boolean add(String title, String text, String actor) {
        try {
            jdbc.sql("insert into canned_answer (id, title, text, changed_by, changed_at) values (?, ?, ?, ?, ?)")
                    .params(ids.get(), title, text, actor, Times.sql(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Changes one; false if somebody changed it since the given revision, or the title is taken. */
    public boolean change(UUID id, int revision, String title, String text, String actor) {
        try {
            return jdbc.sql(
                                    "update canned_answer set title = ?, text = ?, revision = revision + 1, changed_by = ?, changed_at = ?"
                                            + " where id = ? and revision = ?")
                            .params(title, text, actor, Times.sql(clock.instant()), id, revision)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Removes one; false if somebody changed it since the given revision. */
    public boolean remove(UUID id, int revision) {
        return jdbc.sql("delete from canned_answer where id = ? and revision = ?")
                        .params(id, revision)
                        .update()
                == 1;
    }
}
