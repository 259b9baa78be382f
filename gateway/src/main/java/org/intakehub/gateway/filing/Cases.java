package org.intakehub.gateway.filing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.QueryCode;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.clock.Circumstances;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Journey;
import org.intakehub.core.clock.Moment;
import org.intakehub.gateway.clock.ClockStarts;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens cases, with the clock that demands their dispatch within a minute (R4). */
@Component
class Cases {
    private static final int LONGEST_TITLE = 120;

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final ClockStarts clocks;
    private final History history;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Cases(JdbcClient jdbc, CaseNumbers numbers, ClockStarts clocks, History history, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clocks = clocks;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the rest of filing needs of a fresh case. */
    record Opened(UUID id, String number, String queryCode) {}

    Opened open(RawMessage raw, IntakeMessage message) {
        var now = clock.instant();
        var opened = new Opened(ids.get(), numbers.next().value(), QueryCode.draw(random));
        jdbc.sql("""
                        insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at,
                            occurred_at, updated_at, external_id, external_url, citizen_name, citizen_gender, citizen_phones,
                            citizen_email, citizen_address, citizen_id_number, citizen_kind, citizen_handle, anonymous,
                            confidentiality, named_unit, title, description, address, hinted_division, longitude, latitude,
                            reference_system, superior_number, superior_due_at)
                        values (:id, :number, :code, 'ACCEPTED', :channel, :source, :received, :now, :occurred, :now, :external,
                            :url, :name, :gender, :phones, :email, :home, :idNumber, :kind, :handle, :anonymous,
                            :confidentiality, :namedUnit, :title, :text, :address, :division, :longitude, :latitude, :system,
                            :superiorNumber, :superiorDue);
                        """ + ClockStarts.INSERT + History.APPEND)
                .params(columns(opened, raw, message, now))
                .params(clocks.parameters(opened.id(), List.of(accepted(raw, now))))
                .params(history.parameters(
                        opened.id(),
                        History.HUB,
                        History.Event.ACCEPTED,
                        Map.of("source", raw.source().value())))
                .update();
        return opened;
    }

    /** Of what kind the matter is, is not known yet: only the clock of dispatch runs from here. */
    private static ClockStarts.Begun accepted(RawMessage raw, Instant now) {
        var unread = new Circumstances(raw.channel().value(), AppealType.OTHER, Urgency.ROUTINE, Journey.UNKNOWN);
        return new ClockStarts.Begun(
                Moment.ACCEPTED, Set.of(ClockKind.DISPATCH), Optional.empty(), unread, now, Optional.empty());
    }

    private static Map<String, @Nullable Object> columns(
            Opened opened, RawMessage raw, IntakeMessage message, Instant now) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", opened.id());
        columns.put("number", opened.number());
        columns.put("code", opened.queryCode());
        columns.put("channel", raw.channel().value());
        columns.put("source", raw.source().value());
        columns.put("received", Times.sql(raw.receivedAt()));
        columns.put("now", Times.sql(now));
        columns.put("occurred", Times.sqlOrNull(message.occurredAt().orElse(null)));
        columns.put("external", text(message.externalId().orElse(null)));
        columns.put("url", text(message.externalUrl().map(Object::toString).orElse(null)));
        columns.put("confidentiality", message.confidentiality().name());
        columns.put("namedUnit", text(message.namedUnit().orElse(null)));
        columns.put("title", title(message));
        columns.put("text", text(message.text()));
        columns.put("superiorNumber", text(message.extras().get("superiorNumber")));
        columns.put("superiorDue", Times.sqlOrNull(superiorDue(message)));
        putCitizen(columns, message);
        putPlace(columns, message);
        return columns;
    }

    /** Until when the authority that handed the matter over wants its result; kept apart from the city's own clocks. */
    private static @Nullable Instant superiorDue(IntakeMessage message) {
        var due = message.extras().get("superiorDueAt");
        try {
            return due == null ? null : Instant.parse(due);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static void putCitizen(Map<String, @Nullable Object> columns, IntakeMessage message) {
        var citizen = message.citizen();
        columns.put("name", text(citizen.name().orElse(null)));
        columns.put("gender", text(citizen.gender().orElse(null)));
        columns.put("phones", citizen.phones().stream().map(Json::storable).toArray(String[]::new));
        columns.put("email", text(citizen.email().orElse(null)));
        columns.put("home", text(citizen.address().orElse(null)));
        columns.put("idNumber", text(citizen.idNumber().orElse(null)));
        columns.put("kind", citizen.kind().name());
        columns.put("handle", text(citizen.handle().orElse(null)));
        columns.put("anonymous", citizen.anonymous());
    }

    private static void putPlace(Map<String, @Nullable Object> columns, IntakeMessage message) {
        var place = message.place();
        columns.put("address", text(place.address().orElse(null)));
        columns.put("division", text(place.divisionCode().orElse(null)));
        columns.put("longitude", place.coordinates().map(Coordinates::longitude).orElse(null));
        columns.put("latitude", place.coordinates().map(Coordinates::latitude).orElse(null));
        columns.put("system", place.coordinates().map(at -> at.system().name()).orElse(null));
    }

    /** A message without a title is called by its first words. */
    private static String title(IntakeMessage message) {
        var title = Json.storable(message.title()).strip();
        if (title.isEmpty()) {
            title = Json.storable(message.text()).strip().replaceAll("\\s+", " ");
        }
        var points = title.codePointCount(0, title.length());
        return points <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : Json.storable(text);
    }
}
