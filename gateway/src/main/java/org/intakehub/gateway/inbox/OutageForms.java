package org.intakehub.gateway.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.gateway.outage.Registration;
import org.intakehub.gateway.platform.HubSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people typed about outages, with times as clocks in the city show them. */
@Component
class OutageForms {
    private final JdbcClient jdbc;
    private final HubSettings settings;
    private final Clock clock;

    OutageForms(JdbcClient jdbc, HubSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An outage as it was typed.
     *
     * @param key the form's own number: sent twice, it is one outage
     * @param places separated by anything that stands in no name
     * @param startsAt blank: now
     */
    record Form(
            UUID key,
            OutageKind kind,
            @Nullable Boolean planned,
            @Nullable String cause,
            @Nullable String unit,
            @Nullable List<String> divisions,
            @Nullable String places,
            @Nullable String startsAt,
            @Nullable String endsAt) {}

    /**
     * A step, each its own part of it.
     *
     * @param number of a case
     */
    record Step(
            int revision,
            @Nullable String endsAt,
            @Nullable String text,
            @Nullable String number) {
        String words() {
            return text == null ? "" : text;
        }
    }

    Registration registration(Form form) {
        return new Registration(
                form.key(),
                form.kind(),
                Boolean.TRUE.equals(form.planned()),
                form.cause() == null ? "" : form.cause(),
                form.unit() == null ? "" : form.unit(),
                form.divisions() == null ? List.of() : form.divisions(),
                Arrays.stream((form.places() == null ? "" : form.places()).split("[\\s,，、;；]+"))
                        .toList(),
                time(form.startsAt()).orElseGet(clock::instant),
                time(form.endsAt()).orElseThrow(() -> incomplete("an outage has an expected end")));
    }

    Instant end(Step form) {
        return time(form.endsAt()).orElseThrow(() -> incomplete("an outage has an expected end"));
    }

    UUID caseId(Step form) {
        return jdbc.sql("select id from case_file where number = ?")
                .param(form.number() == null ? "" : form.number().strip())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> incomplete("there is no case of this number"));
    }

    private Optional<Instant> time(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(typed.strip()).atZone(settings.zone()).toInstant());
        } catch (DateTimeParseException e) {
            throw incomplete("a time looks like 2026-11-23T18:00");
        }
    }

    private static ImpossibleStep incomplete(String why) {
        return new ImpossibleStep(Obstacle.INCOMPLETE, why);
    }
}
