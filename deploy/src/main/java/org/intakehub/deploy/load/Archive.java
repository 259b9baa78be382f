package org.intakehub.deploy.load;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.PastCases;

/** Fills a hub's database with invented cases of many years, nearly all of them closed, as an old hub has them. */
final class Archive {
    /** One case in so many is still open, as in the report that the hub is built for: 2,109 of 166,067. */
    private static final int OPEN_ONE_IN = 79;

    private static final Duration APART = Duration.ofMinutes(3);
    private static final long SEED = 7;
    private static final String[] CHANNELS = {
        "urban-management",
        "urban-management",
        "urban-management",
        "telephone",
        "superior-hotline",
        "wechat",
        "mayor-mailbox"
    };
    private static final String[] OPEN = {"TRIAGE", "DISPATCHED", "DISPATCHED", "HANDLING", "FEEDBACK"};

    private final HubDatabase database;

    Archive(HubDatabase database) {
        this.database = database;
    }

    /** Adds cases, the newest accepted now. */
    void fill(int cases) throws SQLException {
        var now = Instant.now();
        try (var connection = database.connect()) {
            var past = new PastCases(connection, SEED);
            past.add(IntStream.range(0, cases).mapToObj(index -> one(index, cases, now)));
            past.run("""
                    insert into history (case_id, at, actor, kind, detail)
                        select c.id, c.accepted_at, 'hub', kind, '{}' from case_file c,
                            unnest(array['ACCEPTED', 'CLASSIFIED', 'DISPATCHED']) kind order by c.accepted_at;
                    insert into work_order (id, case_id, unit, role, reason, dispatched_at)
                        select gen_random_uuid(), id, case when lead = 1 then 'chengguan' else 'jiaojing' end,
                            case when lead = 1 then 'LEAD' else 'ASSIST' end, '0301', accepted_at
                        from case_file, generate_series(1, 2) lead where state <> 'TRIAGE' order by accepted_at;
                    insert into clock (case_id, kind, started_at, due_at, stopped_at)
                        select id, 'FIRST_CONTACT', accepted_at, accepted_at + interval '1 hour',
                            case when state = 'CLOSED' then accepted_at + interval '40 minutes' end from case_file;
                    """);
            past.wake();
        }
    }

    private static PastCases.Past one(int index, int all, Instant now) {
        var isOpen = index % OPEN_ONE_IN == 0 && index > all / 2;
        var at = now.minus(APART.multipliedBy(all - index));
        return new PastCases.Past(
                index,
                "340181-20200101-" + (1_000_000 + index),
                isOpen ? OPEN[index % OPEN.length] : "CLOSED",
                CHANNELS[index % CHANNELS.length],
                at,
                at);
    }
}
