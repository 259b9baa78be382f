package org.intakehub.gateway.outage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.intakehub.core.classification.Division;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.HubSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What citizens are told of an outage. */
@Component
class OutageTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final Properties texts = new Properties();
    private final CityRules rules;
    private final HubSettings settings;
    private final Clock clock;

    OutageTexts(CityRules rules, HubSettings settings, Clock clock) {
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("replies/outage.properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the texts about outages are missing", e);
        }
    }

    /** Why it is so, and until when. */
    String cause(Outage outage, String caseNumber) {
        var late = outage.endsAt().isBefore(clock.instant());
        var plan = text(late ? "plan.overrun" : "plan.ahead");
        return filled(outage, text("cause").replace("{plan}", plan), caseNumber, outage.endsAt());
    }

    /** That it is over. */
    String restored(Outage outage, String caseNumber) {
        var at = outage.restoredAt() == null ? clock.instant() : outage.restoredAt();
        return filled(outage, text("restored"), caseNumber, at);
    }

    private String filled(Outage outage, String text, String caseNumber, Instant end) {
        // The cause comes last: it is a person's text, and may hold braces.
        return text.replace("{number}", caseNumber)
                .replace("{kind}", text("kind." + outage.kind()))
                .replace("{area}", area(outage))
                .replace("{end}", TIME.format(end.atZone(settings.zone())))
                .replace("{cause}", outage.cause());
    }

    private String area(Outage outage) {
        return outage.places().isEmpty()
                ? outage.divisions().stream()
                        .map(code -> rules.division(code).map(Division::name).orElse(code))
                        .collect(Collectors.joining("、"))
                : String.join("、", outage.places());
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
