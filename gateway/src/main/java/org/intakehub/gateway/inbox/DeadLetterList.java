package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dead letters, newest first: facts only, for their bodies may be citizens' words. */
@Component
class DeadLetterList {
    private static final List<String> STATES = List.of("WAITING", "REPLAYED", "DISCARDED");

    private final JdbcClient jdbc;

    DeadLetterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of the list.
     *
     * @param size of the body in bytes
     */
    record Listed(
            UUID id,
            long seq,
            String queue,
            String subject,
            String reason,
            Instant failedAt,
            int size,
            String state,
            @Nullable Instant settledAt,
            @Nullable String settledBy) {}

    Page<Listed> list(String state, Optional<Long> after, int size) {
        if (!STATES.contains(state)) {
            throw new BadParameter("'state' is one of " + STATES);
        }
        var rows = jdbc.sql(
                        "select id, seq, queue, subject, reason, failed_at, length(body) as size, state, settled_at,"
                                + " settled_by from dead_letter where state = ? and seq < ? order by seq desc limit ?")
                .params(state, after.orElse(Long.MAX_VALUE), size + 1)
                .query(Listed.class)
                .list();
        return Page.of(rows, size, row -> Long.toString(row.seq()));
    }

    /** Queues that dead letters wait for, to replay all of one. */
    List<String> queues() {
        return jdbc.sql("select distinct queue from dead_letter where state = 'WAITING' order by queue")
                .query(String.class)
                .list();
    }
}
