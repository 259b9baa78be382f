package org.intakehub.gateway.report;

import java.util.UUID;
import org.intakehub.gateway.inbox.Keyset;

/** What a figure counts: each is a row source with {@code case_file c}, its main case {@code m} and its settlement {@code s}. */
enum Cohort {
    /** Cases accepted in the span. */
    CASES("case_file c", "c.accepted_at", "c.id", "q.case_id = c.id", "true"),
    /** Leading work orders dispatched in the span; one that was given back is its unit's no more. */
    ORDERS(
            "work_order w join case_file c on c.id = w.case_id",
            "w.dispatched_at",
            "w.id",
            "q.order_id = w.id",
            "not exists (select from order_request q where q.order_id = w.id and q.kind = 'RETURN' and q.state = 'APPROVED'"
                    + " and q.ruled_at < :asOf)"),
    /** What people did in the span. */
    DEEDS("""
            (select h.at, h.id, h.actor, h.case_id, case when h.kind in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED')
                    then 'SETTLED' when h.kind = 'CORRECTED' then 'DECIDED' else 'CALLED' end as deed
                from history h where h.at >= :from and h.at < :to and h.actor <> 'hub' and h.kind in
                    ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'CORRECTED', 'CALLED_BACK', 'FOLLOW_UP_ATTEMPTED',
                    'FOLLOWED_UP')
            union all
            select e.received_at, e.seq, e.headers ->> 'entered-by', g.case_id, 'TAKEN_DOWN'
                from raw_message e join message g on g.receipt_id = e.receipt_id
                where e.received_at >= :from and e.received_at < :to and e.signature = 'ENTERED') d
            join case_file c on c.id = d.case_id""", "d.at", "d.id", "q.case_id = c.id", "true");

    private final String rows;
    private final String at;
    private final String key;
    private final String requests;
    private final String held;

    Cohort(String rows, String at, String key, String requests, String held) {
        this.rows = rows;
        this.at = at;
        this.key = key;
        this.requests = requests;
        this.held = held;
    }

    /** With the links and settlements that held at the moment. */
    String from() {
        return " from " + rows + " left join main m on m.case_id = c.id"
                + " left join settlement s on s.case_id = coalesce(m.main_id, c.id) and s.settled_at < :asOf"
                + " and (s.reopened_at is null or s.reopened_at >= :asOf)";
    }

    String where() {
        return " where " + at + " >= :from and " + at + " < :to" + (this == ORDERS ? " and w.role = 'LEAD'" : "");
    }

    /** The moment by which a row belongs to the span. */
    String at() {
        return at;
    }

    String key() {
        return key;
    }

    /** A condition with this cohort's own words for requests of its units, and for work orders that are still held. */
    String worded(String condition) {
        return condition.replace("{requests}", requests).replace("{held}", held);
    }

    /** Keys of deeds are numbers; they travel in the lower half of a cursor's id. */
    Object key(Keyset place) {
        return this == DEEDS ? (Object) place.id().getLeastSignificantBits() : place.id();
    }

    UUID id(Object key) {
        return key instanceof Number number ? new UUID(0, number.longValue()) : (UUID) key;
    }
}
