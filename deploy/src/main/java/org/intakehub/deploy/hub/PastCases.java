package org.intakehub.deploy.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.intakehub.simulators.Matters;

/**
 * Writes invented cases of the past straight into a hub's database, in large batches, while its triggers and foreign keys rest. Each has its
 * message and raw message; what happened to it is the caller's.
 */
public final class PastCases {
    private static final int BATCH = 20_000;

    private final Connection connection;
    private final Matters matters;

    /** @param seed of the texts: the same gives the same */
    public PastCases(Connection connection, long seed) {
        this.connection = connection;
        this.matters = new Matters(seed);
    }

    /**
     * One case.
     *
     * @param index from 0; its text and id follow from it
     * @param updatedAt when it was closed, if it is
     */
    public record Past(int index, String number, String state, String channel, Instant acceptedAt, Instant updatedAt) {}

    /** Adds all of them; triggers and foreign keys rest until {@link #wake}. */
    public void add(Stream<Past> cases) throws SQLException {
        run("set session_replication_role = replica; set synchronous_commit = off; drop index case_words_by_pair;"
                + " create temp table incoming (id uuid, number text, state text, channel text, accepted timestamptz,"
                + " updated timestamptz, name text, phone text, title text, description text, category text)");
        try (var insert =
                connection.prepareStatement("insert into incoming values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            var waiting = 0;
            for (var each = cases.iterator(); each.hasNext(); ) {
                incoming(insert, each.next());
                waiting++;
                if (waiting % BATCH == 0) {
                    insert.executeBatch();
                    store();
                }
            }
            insert.executeBatch();
            store();
        }
        words();
    }

    private void store() throws SQLException {
        run("""
                insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at, updated_at,
                        citizen_name, citizen_phones, citizen_handle, confidentiality, title, description, division, area, category,
                        confidence, appeal_type)
                    select id, number, 'ABCD2345', state, channel, channel, accepted, accepted, updated, name, array[phone], phone, 'NORMAL',
                        title, description, '340181004', 'URBAN', category, 0.9, 'COMPLAINT'
                    from incoming;
                insert into raw_message (receipt_id, channel, source, delivery_id, received_at, signature, sha256, size, body, state)
                    select 'R' || number, channel, channel, number, accepted, 'VERIFIED', 'load', 4, 'load', 'FILED' from incoming;
                insert into message (id, receipt_id, position, source, message_key, case_id, joined_by, received_at, title, text, normalised)
                    select gen_random_uuid(), 'R' || number, 0, channel, number, id, 'OPENED', accepted, title, description, '{}'
                    from incoming;
                truncate incoming;
                """);
    }

    private void words() throws SQLException {
        run("""
                insert into case_words (case_id, words, pairs, accepted_at)
                    select id, words, pairs_of(words), accepted_at from (select id, accepted_at, concat_ws(' ', number, title,
                        description, citizen_name, array_to_string(citizen_phones, ' ')) as words from case_file) spoken;
                create index case_words_by_pair on case_words using gin (pairs);
                """);
    }

    private void incoming(PreparedStatement insert, Past past) throws SQLException {
        var index = past.index();
        var matter = matters.of(index);
        insert.setObject(1, new UUID(0x0190_0000_0000_7000L + index, 0x8000_0000_0000_0000L + index));
        insert.setString(2, past.number());
        insert.setString(3, past.state());
        insert.setString(4, past.channel());
        insert.setObject(5, past.acceptedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(6, past.updatedAt().atOffset(ZoneOffset.UTC));
        insert.setString(7, matter.resident().name());
        insert.setString(8, matter.resident().phone());
        insert.setString(9, matter.title());
        insert.setString(10, matter.text());
        insert.setString(11, matter.category());
        insert.addBatch();
    }

    /** Runs statements on the same connection. */
    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Triggers and foreign keys work again, and the planner knows what is there. */
    public void wake() throws SQLException {
        run("set session_replication_role = default");
        run("vacuum analyze");
    }
}
