package org.intakehub.core.channel;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One citizen's message in the hub's own words, whatever channel it came by.
 *
 * @param kind a citizen's matter, or a notice about one
 * @param text plain text; line breaks are {@code \n}; no markup
 * @param foldedText quoted history and footers that were cut from {@link #text()}; kept for the reader, empty if none
 * @param automaticReason why this is a machine's mail (a bounce, a vacation note), which is parked and never answered
 * @param report what the platform tells of something that the hub sent; such a message opens no case
 * @param notes what was repaired or guessed on the way ("charset guessed: GB18030"); never the citizen's words
 * @param extras fields of the platform that have no place in the model, kept under the platform's names
 */
public record IntakeMessage(
        MessageKey key,
        Kind kind,
        Optional<String> externalId,
        Optional<URI> externalUrl,
        Optional<Instant> occurredAt,
        String title,
        String text,
        String foldedText,
        Citizen citizen,
        PlaceHint place,
        Optional<String> namedUnit,
        Confidentiality confidentiality,
        List<Attachment> attachments,
        Threading threading,
        Optional<String> automaticReason,
        Optional<DeliveryReport> report,
        List<String> notes,
        Map<String, String> extras) {

    /** What a message is to the hub. */
    public enum Kind {
        /** Something a citizen wants; opens a case unless it belongs to one. */
        MATTER,
        /** A platform's word on a matter that it handed over before (a ruling, a rating, a published answer); never opens a case. */
        NOTICE
    }

    public IntakeMessage {
        attachments = List.copyOf(attachments);
        notes = List.copyOf(notes);
        extras = Map.copyOf(extras);
    }

    public static Builder of(MessageKey key) {
        return new Builder(key);
    }

    @Override
    public String toString() {
        return "IntakeMessage[" + text.length() + " characters, " + attachments.size() + " attachments]";
    }

    /** Collects the parts of a message; what is not said stays empty. */
    public static final class Builder {
        private final MessageKey key;
        private Kind kind = Kind.MATTER;
        private @Nullable String externalId;
        private @Nullable URI externalUrl;
        private @Nullable Instant occurredAt;
        private String title = "";
        private String text = "";
        private String foldedText = "";
        private Citizen citizen = Citizen.unknown();
        private PlaceHint place = PlaceHint.none();
        private @Nullable String namedUnit;
        private Confidentiality confidentiality = Confidentiality.NORMAL;
        private final List<Attachment> attachments = new ArrayList<>();
        private Threading threading = Threading.none();
        private @Nullable String automaticReason;
        private @Nullable DeliveryReport report;
        private final List<String> notes = new ArrayList<>();
        private final Map<String, String> extras = new TreeMap<>();

        private Builder(MessageKey key) {
            this.key = key;
        }

        /** Makes it a notice about an earlier matter, which its threading has to name. */
        public Builder notice() {
            kind = Kind.NOTICE;
            return this;
        }

        public Builder externalId(@Nullable String id) {
            externalId = id;
            return this;
        }

        public Builder externalUrl(@Nullable URI url) {
            externalUrl = url;
            return this;
        }

        public Builder occurredAt(@Nullable Instant when) {
            occurredAt = when;
            return this;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder text(String value) {
            text = value;
            return this;
        }

        public Builder foldedText(String value) {
            foldedText = value;
            return this;
        }

        public Builder citizen(Citizen value) {
            citizen = value;
            return this;
        }

        public Builder place(PlaceHint value) {
            place = value;
            return this;
        }

        public Builder namedUnit(@Nullable String unit) {
            namedUnit = unit;
            return this;
        }

        public Builder confidentiality(Confidentiality value) {
            confidentiality = value;
            return this;
        }

        public Builder attach(Attachment attachment) {
            attachments.add(attachment);
            return this;
        }

        public Builder threading(Threading value) {
            threading = value;
            return this;
        }

        public Builder automatic(@Nullable String reason) {
            automaticReason = reason;
            return this;
        }

        public Builder report(@Nullable DeliveryReport value) {
            report = value;
            return this;
        }

        public Builder note(String note) {
            notes.add(note);
            return this;
        }

        public Builder extra(String name, String value) {
            extras.put(name, value);
            return this;
        }

        public IntakeMessage build() {
            return new IntakeMessage(
                    key,
                    kind,
                    Optional.ofNullable(externalId),
                    Optional.ofNullable(externalUrl),
                    Optional.ofNullable(occurredAt),
                    title,
                    text,
                    foldedText,
                    citizen,
                    place,
                    Optional.ofNullable(namedUnit),
                    confidentiality,
                    attachments,
                    threading,
                    Optional.ofNullable(automaticReason),
                    Optional.ofNullable(report),
                    notes,
                    extras);
        }
    }
}
