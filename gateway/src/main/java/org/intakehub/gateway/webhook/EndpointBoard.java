package org.intakehub.gateway.webhook;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The endpoints as people and machines see them, with the trail of what was done to each. */
@Component
class EndpointBoard {
    private static final int EVENTS = 20;

    private final UnitWebhooks webhooks;
    private final JdbcClient jdbc;

    EndpointBoard(UnitWebhooks webhooks, JdbcClient jdbc) {
        this.webhooks = webhooks;
        this.jdbc = jdbc;
    }

    /** What somebody or the hub did; the detail is the JSON text of an object. */
    record Event(Instant at, String actor, String kind, String detail) {}

    private record Row(
            String unit,
            @Nullable OffsetDateTime disabledAt,
            @Nullable String why,
            @Nullable OffsetDateTime tookAt,
            long waiting,
            long failed) {}

    List<ListedEndpoint> list() {
        return rows(webhooks.units().toArray(String[]::new));
    }

    Optional<ListedEndpoint> find(String unit) {
        return webhooks.of(unit)
                .flatMap(any -> rows(new String[] {unit}).stream().findFirst());
    }

    private List<ListedEndpoint> rows(String[] units) {
        return jdbc.sql("""
                        select u.unit, e.disabled_at, e.why, e.took_at,
                            (select count(*) from webhook_delivery d where d.unit = u.unit and d.state = 'WAITING') as waiting,
                            (select count(*) from webhook_delivery d where d.unit = u.unit and d.state = 'FAILED') as failed
                        from unnest(:units::text[]) as u(unit) left join webhook_endpoint e on e.unit = u.unit order by u.unit
                        """).param("units", units).query(Row.class).list().stream()
                .map(this::listed)
                .toList();
    }

    private ListedEndpoint listed(Row row) {
        var webhook = webhooks.of(row.unit()).orElseThrow();
        return new ListedEndpoint(
                row.unit(),
                shown(webhook.address()),
                webhook.secrets().size(),
                row.why(),
                instant(row.disabledAt()),
                instant(row.tookAt()),
                row.waiting(),
                row.failed());
    }

    private static String shown(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** The latest, newest first. */
    List<Event> events(String unit) {
        return jdbc.sql("select at, actor, kind, detail::text as detail from webhook_event where unit = ?"
                        + " order by id desc limit ?")
                .params(unit, EVENTS)
                .query(Event.class)
                .list();
    }
}
