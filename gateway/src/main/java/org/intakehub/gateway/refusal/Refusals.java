package org.intakehub.gateway.refusal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Journal;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the facts of every refused call: they go over a queue, so that a refusal is not lost while the database is down. */
@Component
public class Refusals implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final ObjectProvider<Journal> journal;
    private final MeterRegistry meters;
    private final Clock clock;

    Refusals(JdbcClient jdbc, ObjectProvider<Journal> journal, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Keeps source, reason, time and size of a refused call; never its body.
     *
     * @param size of the body in bytes
     */
    public void record(String source, Outcome.Reason reason, String detail, long size) {
        count(source, reason);
        try {
            journal.getObject()
                    .send(new Hop(
                            Queues.REFUSED,
                            Payload.of(new byte[0]),
                            Map.of(
                                    "source", source,
                                    "reason", reason.name(),
                                    "detail", detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail,
                                    "size", Long.toString(size),
                                    "at", clock.instant().toString())));
        } catch (RuntimeException e) {
            LOG.warn("a refusal of source {} ({}) could not be recorded", source, reason);
        }
    }

    /** Only counts: for a flood of refused calls, of which the first ones were recorded. */
    public void count(String source, Outcome.Reason reason) {
        meters.counter("intake.refused", "source", source, "reason", reason.name())
                .increment();
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var facts = delivery.headers();
        jdbc.sql("insert into refusal (source, reason, detail, size, at) values (?, ?, ?, ?, ?)")
                .params(
                        facts.getOrDefault("source", "unknown"),
                        facts.getOrDefault("reason", ""),
                        facts.getOrDefault("detail", ""),
                        Long.parseLong(facts.getOrDefault("size", "0")),
                        Times.sql(Instant.parse(facts.getOrDefault("at", "1970-01-01T00:00:00Z"))))
                .update();
        return List.of();
    }
}
