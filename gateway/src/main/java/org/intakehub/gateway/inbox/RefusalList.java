package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls that were turned away, newest first. */
@Component
class RefusalList {
    private final JdbcClient jdbc;

    RefusalList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of the list.
     *
     * @param size of the call's body in bytes; the body itself is never kept
     */
    record Listed(long id, String source, String reason, String detail, long size, Instant at) {}

    /** @param source empty for all */
    Page<Listed> list(String source, Optional<Long> after, int size) {
        var rows = jdbc.sql("select id, source, reason, detail, size, at from refusal where id < :after"
                        + (source.isEmpty() ? "" : " and source = :source") + " order by id desc limit :limit")
                .param("after", after.orElse(Long.MAX_VALUE))
                .param("source", source)
                .param("limit", size + 1)
                .query(Listed.class)
                .list();
        return Page.of(rows, size, row -> Long.toString(row.id()));
    }
}
