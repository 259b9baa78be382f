package org.intakehub.deploy.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.simulators.Matters;

/** Fills a hub's database with invented cases of many years, nearly all of them closed, as an old hub has them. */
final class Archive {
    private static final int BATCH = 20_000;
    /** One case in so many is still open, as in the report that the hub is built for: 2,109 of 166,067. */
    private static final int OPEN_ONE_IN = 79;

    private static final long MINUTES_APART = 3;
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
    private final Matters matters = new Matters(7);

    Archive(HubDatabase database) {
        this.database = database;
    }

    /** Adds cases, the newest accepted now. Triggers and foreign keys rest meanwhile; indexes of words are made at the end. */
    void fill(int cases) throws SQLException {
        try (var connection = database.connect()) {
            run(
                    connection,
                    "set session_replication_role = replica; set synchronous_commit = off; drop index case_words_by_pair");
            for (var from = 0; from < cases; from += BATCH) {
                add(connection, from, Math.min(cases, from + BATCH), cases);
            }
            run(connection, """
                    insert into case_words (case_id, words, pairs, accepted_at)
                        select id, words, pairs_of(words), accepted_at from (select id, accepted_at, concat_ws(' ', number, title,
                            description, citizen_name, array_to_string(citizen_phones, ' ')) as words from case_file) spoken;
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
                    create index case_words_by_pair on case_words using gin (pairs);
                    set session_replication_role = default;
                    """);
            run(connection, "vacuum analyze");
        }
    }

    private void add(Connection connection, int from, int to, int all) throws SQLException {
        run(
                connection,
                "create temp table if not exists incoming (id uuid, number text, state text, channel text, ago bigint,"
                        + " name text, phone text, title text, description text, category text)");
        try (var insert = connection.prepareStatement("insert into incoming values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var number = from; number < to; number++) {
                var open = number % OPEN_ONE_IN == 0 && number > all / 2;
                incoming(insert, number, open ? OPEN[number % OPEN.length] : "CLOSED", (all - number) * MINUTES_APART);
            }
            insert.executeBatch();
        }
        run(connection, """
                insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at, updated_at,
                        citizen_name, citizen_phones, citizen_handle, confidentiality, title, description, division, area, category,
                        confidence, appeal_type)
                    select id, number, 'ABCD2345', state, channel, channel, at, at, at, name, array[phone], phone, 'NORMAL', title,
                        description, '340181004', 'URBAN', category, 0.9, 'COMPLAINT'
                    from (select *, now() - ago * interval '1 minute' as at from incoming) dated;
                insert into raw_message (receipt_id, channel, source, delivery_id, received_at, signature, sha256, size, body, state)
                    select 'R' || number, channel, channel, number, now() - ago * interval '1 minute', 'VERIFIED',
                        'load', 4, 'load', 'FILED' from incoming;
                insert into message (id, receipt_id, position, source, message_key, case_id, joined_by, received_at, title, text, normalised)
                    select gen_random_uuid(), 'R' || number, 0, channel, number, id, 'OPENED', now() - ago * interval '1 minute',
                        title, description, '{}' from incoming;
                truncate incoming;
                """);
    }

    private void incoming(PreparedStatement insert, int number, String state, long minutesAgo) throws SQLException {
        var matter = matters.of(number);
        insert.setObject(1, new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number));
        insert.setString(2, "340181-20200101-" + (1_000_000 + number));
        insert.setString(3, state);
        insert.setString(4, CHANNELS[number % CHANNELS.length]);
        insert.setLong(5, minutesAgo);
        insert.setString(6, matter.resident().name());
        insert.setString(7, matter.resident().phone());
        insert.setString(8, matter.title());
        insert.setString(9, matter.text());
        insert.setString(10, matter.category());
        insert.addBatch();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
