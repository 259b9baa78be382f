package org.intakehub.adapter.standardwebhook;

import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import tools.jackson.databind.JsonNode;

/** Makes messages of bodies that follow the published schema. */
final class CitizenMessages {
    /** Attributes of an event that say how it is written, not what it is about. */
    private static final Set<String> FORM = Set.of("specversion", "datacontenttype", "dataschema");

    private final Enclosures enclosures;

    CitizenMessages(StandardWebhookSettings settings) {
        enclosures = new Enclosures(settings.maxAttachments(), settings.maxAttachmentBytes());
    }

    /** A message that stands alone, or as {@code data} in a payload after Standard Webhooks. */
    IntakeMessage plain(MessageKey key, JsonNode content) {
        var message = IntakeMessage.of(key);
        var data = content.path("data");
        if (data.isObject()
                && content.path("type").isString()
                && content.path("timestamp").isString()) {
            envelopeTime(message, content.get("timestamp").stringValue());
            new Fields(content, message::note).without("data").rest("payload.", message::extra);
            return fill(message, data);
        }
        return fill(message, content);
    }

    IntakeMessage of(CloudEvent event) {
        var message = IntakeMessage.of(event.key());
        if (!event.attribute("time").isEmpty()) {
            envelopeTime(message, event.attribute("time"));
        }
        event.attributes().forEach((name, value) -> {
            if (!FORM.contains(name)) {
                message.extra(CloudEvent.HEADER + name, value);
            }
        });
        return fill(message, event.data());
    }

    private IntakeMessage fill(IntakeMessage.Builder message, JsonNode body) {
        BodySchema.check(body);
        var fields = new Fields(body, message::note);
        fields.line("title").ifPresent(message::title);
        fields.text("description").or(() -> fields.text("detail")).ifPresent(message::text);
        fields.line("externalId").or(() -> fields.line("id")).ifPresent(message::externalId);
        fields.line("occurredAt").map(CitizenMessages::occurredAt).ifPresent(message::occurredAt);
        fields.line("namedUnit").ifPresent(message::namedUnit);
        externalUrl(fields, message);
        confidentiality(fields, message);
        var citizen = fields.object("citizen");
        message.citizen(People.citizen(citizen));
        citizen.rest("citizen.", message::extra);
        var place = fields.object("place");
        message.place(Places.place(place));
        place.rest("place.", message::extra);
        fields.node("attachments").ifPresent(attachments -> enclosures.add(attachments, message));
        fields.rest("", message::extra);
        return message.build();
    }

    private static void externalUrl(Fields fields, IntakeMessage.Builder message) {
        fields.line("externalUrl").ifPresent(text -> {
            try {
                message.externalUrl(Enclosures.http(text));
            } catch (URISyntaxException e) {
                fields.giveBack("external address not understood", "externalUrl");
            }
        });
    }

    private static void confidentiality(Fields fields, IntakeMessage.Builder message) {
        fields.line("confidentiality").ifPresent(word -> {
            try {
                message.confidentiality(Confidentiality.valueOf(constant(word)));
            } catch (IllegalArgumentException e) {
                // an unknown flag hides the citizen rather than shows them
                message.confidentiality(Confidentiality.ON_REQUEST);
                fields.giveBack("confidentiality not known, taken as on request", "confidentiality");
            }
        });
    }

    /** The name that a word of the schema has in Java. */
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Instant occurredAt(String text) {
        return time(text).orElseThrow(() -> new MalformedMessage("\"/occurredAt\" is no time after RFC 3339"));
    }

    private static void envelopeTime(IntakeMessage.Builder message, String text) {
        time(text).ifPresentOrElse(message::occurredAt, () -> message.note("time of the envelope not understood"));
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.matches("\\d{4}-.{6,60}")
                    ? Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
