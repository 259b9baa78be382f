package org.intakehub.gateway.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A unit's events and every attempt at handing them over, newest first; never what stands in them. */
@Component
class DeliveryList {
    private final JdbcClient jdbc;

    DeliveryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has become of an event. */
    enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    /**
     * One call.
     *
     * @param status what the endpoint answered; none: it did not
     * @param fault why it did not
     */
    record Attempt(Instant at, @Nullable Integer status, String fault, int millis) {}

    /**
     * An event on its way to an endpoint.
     *
     * @param seq its place in the list
     * @param attempts since its schedule began
     * @param nextAt when it is tried next
     * @param calls all attempts ever made, oldest first
     */
    record Listed(
            UUID id,
            long seq,
            String eventId,
            String type,
            String caseNumber,
            State state,
            int attempts,
            @Nullable Instant nextAt,
            Instant createdAt,
            List<Attempt> calls) {
        Listed with(List<Attempt> made) {
            return new Listed(
                    id, seq, eventId, type, caseNumber, state, attempts, nextAt, createdAt, List.copyOf(made));
        }
    }

    private record Call(UUID delivery, Attempt attempt) {}

    /** @param before the place after which the page begins */
    List<Listed> list(String unit, Optional<State> state, Optional<Long> before, int limit) {
        var rows = jdbc.sql("""
                        select id, seq, event_id, type, subject, state, attempts, next_at, created_at from webhook_delivery
                        where unit = :unit and (:state::text is null or state = :state) and seq < :before order by seq desc limit :limit
                        """)
                .param("unit", unit)
                .param("state", state.map(State::name).orElse(null))
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query(DeliveryList::listed)
                .list();
        var calls = calls(rows.stream().map(Listed::id).toArray(UUID[]::new));
        return rows.stream()
                .map(row -> row.with(calls.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Attempt>> calls(UUID[] deliveries) {
        return jdbc
                .sql("select delivery_id, at, status, fault, millis from webhook_attempt where delivery_id = any (?)"
                        + " order by delivery_id, id")
                .param(deliveries)
                .query((row, number) -> new Call(
                        row.getObject("delivery_id", UUID.class),
                        new Attempt(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("status", Integer.class),
                                row.getString("fault"),
                                row.getInt("millis"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Call::delivery, Collectors.mapping(Call::attempt, Collectors.toList())));
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        var next = row.getObject("next_at", OffsetDateTime.class);
        return new Listed(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                List.of());
    }
}
