package org.intakehub.gateway.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.Json;
import org.intakehub.routes.outbox.Outbox;
import org.intakehub.routes.stage.Hop;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox table: several nodes may empty it at once, each its own rows. */
@Component
public class SavedOutbox implements Outbox {
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final TransactionTemplate transaction;

    SavedOutbox(JdbcClient jdbc, Json json, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
    }

    /** Adds a hop in the transaction of the change that sets it off. */
    public void add(Hop hop) {
        jdbc.sql("insert into outbox (queue, body, headers) values (?, ?, ?::jsonb)")
                .params(hop.queue(), hop.body().bytes(), json.write(hop.headers()))
                .update();
    }

    /**
     * Adds a hop that is relayed after a while, unless it is taken back before.
     *
     * @return by which {@link #takeBack} finds it
     */
    public long add(Hop hop, Duration after) {
        return jdbc.sql("insert into outbox (queue, body, headers, not_before)"
                        + " values (?, ?, ?::jsonb, now() + ? * interval '1 millisecond') returning id")
                .params(hop.queue(), hop.body().bytes(), json.write(hop.headers()), after.toMillis())
                .query(Long.class)
                .single();
    }

    /** Takes a hop out again; false if it has been relayed, or is being relayed right now. */
    public boolean takeBack(long id) {
        return jdbc.sql("delete from outbox where id = ?").param(id).update() == 1;
    }

    @Override
    public int relay(Consumer<Hop> sender) {
        var sent = transaction.execute(status -> {
            var rows = oldest();
            rows.forEach(row -> sender.accept(row.hop()));
            if (!rows.isEmpty()) {
                jdbc.sql("delete from outbox where id in (:ids)")
                        .param("ids", rows.stream().map(Row::id).toList())
                        .update();
            }
            return rows.size();
        });
        return sent == null ? 0 : sent;
    }

    private List<Row> oldest() {
        return jdbc.sql(
                        "select id, queue, body, headers::text as headers from outbox where not_before is null or not_before <= now()"
                                + " order by id limit ? for update skip locked")
                .param(BATCH)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new Hop(
                                row.getString("queue"),
                                Payload.of(row.getBytes("body")),
                                json.texts(row.getString("headers")))))
                .list();
    }

    private record Row(long id, Hop hop) {}
}
