package org.intakehub.adapter.webfeed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlainText;
import org.intakehub.core.channel.WrittenTime;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One entry of a feed: the texts of its elements by their names, those of the first element of each name. */
record Entry(SortedMap<String, String> texts) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MARK_CHARS = 32;

    /** Its own id, else its link, else its title and time: RSS demands none of them. */
    private String id() {
        return first("id", "guid", "link").orElseGet(() -> text("title") + "|" + text("pubDate"));
    }

    /** Names the entry, in 32 characters. */
    String mark() {
        return Payload.of(id(), StandardCharsets.UTF_8).sha256().substring(0, MARK_CHARS);
    }

    Payload write() {
        return Payload.of(JSON.writeValueAsString(texts), StandardCharsets.UTF_8);
    }

    static Entry read(Payload body) {
        try {
            var texts = JSON.readValue(body.bytes(), new TypeReference<TreeMap<String, String>>() {});
            if (texts != null
                    && !texts.containsValue(null)
                    && (texts.containsKey("title") || texts.containsKey("description"))) {
                return new Entry(texts);
            }
        } catch (JacksonException e) {
            // its message quotes the text
            throw new MalformedMessage("the entry is no JSON object of texts");
        }
        throw new MalformedMessage("the entry has neither title nor description");
    }

    IntakeMessage message() {
        var message = IntakeMessage.of(MessageKey.of(mark()))
                .externalId(mark())
                .title(PlainText.line(text("title")))
                .text(first("encoded", "content", "description", "summary")
                        .map(PlainText::ofHtml)
                        .orElse(""))
                .citizen(citizen());
        first("link").flatMap(Entry::address).ifPresent(message::externalUrl);
        first("pubDate", "published", "updated", "date")
                .ifPresent(written -> time(written)
                        .ifPresentOrElse(message::occurredAt, () -> message.note("its time cannot be read")));
        return message.build();
    }

    private Citizen citizen() {
        var name = first("creator", "author").map(PlainText::line).filter(text -> !text.isEmpty());
        var unknown = Citizen.unknown();
        return new Citizen(
                name,
                unknown.gender(),
                List.of(),
                unknown.email(),
                unknown.address(),
                unknown.idNumber(),
                unknown.kind(),
                false,
                unknown.handle());
    }

    private static Optional<URI> address(String link) {
        try {
            return Optional.of(URI.create(link.strip())).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RSS writes as mail does (RFC 822), Atom after RFC 3339; a time without a zone is taken as UTC. */
    private static Optional<Instant> time(String written) {
        try {
            return Optional.of(ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return WrittenTime.read(written, ZoneOffset.UTC);
        }
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private Optional<String> first(String... names) {
        for (var name : names) {
            if (!text(name).isBlank()) {
                return Optional.of(text(name).strip());
            }
        }
        return Optional.empty();
    }

    /** No content: the words are a citizen's. */
    @Override
    public String toString() {
        return "Entry[" + Map.copyOf(texts).keySet() + "]";
    }
}
