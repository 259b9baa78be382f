package org.intakehub.gateway.life;

import java.time.Instant;
import java.util.List;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of what it got each unit gave back. */
@Component
public class ReturnShares {
    private final JdbcClient jdbc;

    ReturnShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One unit's figures.
     *
     * @param share returns asked for by work orders, 0 to 1
     */
    public record Share(String unit, long orders, long asked, long approved, long refused, long late, double share) {}

    /** Of the work orders that were dispatched in a span of time; by unit. */
    public List<Share> between(Instant from, Instant to) {
        return jdbc.sql("""
                        select w.unit, count(distinct w.id) as orders, count(r.id) as asked,
                            count(r.id) filter (where r.state = 'APPROVED') as approved,
                            count(r.id) filter (where r.state = 'REFUSED') as refused, count(r.id) filter (where r.late) as late,
                            count(distinct r.order_id)::float8 / count(distinct w.id) as share
                        from work_order w left join order_request r on r.order_id = w.id and r.kind = 'RETURN'
                        where w.dispatched_at >= ? and w.dispatched_at < ? group by w.unit order by w.unit
                        """)
                .params(Times.sql(from), Times.sql(to))
                .query(Share.class)
                .list();
    }
}
