package org.intakehub.gateway.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks that differ whenever something that a page lists has changed. */
@Component
class Revisions {
    static final String CASES = "cases";
    static final String TROUBLES = "troubles";
    static final String ALERTS = "alerts";
    static final List<String> TOPICS = List.of(CASES, TROUBLES, ALERTS);

    /** Longer than a transaction takes: ids are handed out before their commits, which may come in another order. */
    private static final int LOOK_BACK_TICKS = 10;

    private final JdbcClient jdbc;
    private final Deque<Long> seen = new ArrayDeque<>();

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By topic; asked for once a second, by one thread. */
    Map<String, String> current() {
        return Map.of(CASES, cases(), TROUBLES, troubles(), ALERTS, alerts());
    }

    /** Every change of a case writes its history. The count tells a late commit below the highest id. */
    private String cases() {
        long last = jdbc.sql("select coalesce(max(id), 0) from history")
                .query(Long.class)
                .single();
        seen.addLast(last);
        if (seen.size() > LOOK_BACK_TICKS) {
            seen.removeFirst();
        }
        long floor = seen.getFirst();
        long since = jdbc.sql("select count(*) from history where id > ?")
                .param(floor)
                .query(Long.class)
                .single();
        return last + "-" + (floor + since);
    }

    private String alerts() {
        return jdbc.sql("select (select coalesce(max(seq), 0) from alert) || '-' || count(*) from alert"
                        + " where acknowledged_at is null")
                .query(String.class)
                .single();
    }

    private String troubles() {
        return jdbc.sql("select (select coalesce(max(seq), 0) || '-' || count(*) from raw_message"
                        + " where state in ('QUARANTINED', 'PARKED')) || '-'"
                        + " || (select coalesce(max(seq), 0) || '-' || count(*) from dead_letter where state = 'WAITING')"
                        + " || '-' || (select coalesce(max(id), 0) from refusal)")
                .query(String.class)
                .single();
    }
}
