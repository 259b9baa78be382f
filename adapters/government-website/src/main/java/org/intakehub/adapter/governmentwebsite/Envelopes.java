package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what a site says of a letter in two places, its row in the list and its own page. */
final class Envelopes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FINGERPRINT = 12;

    private final SourceId source;
    private final Site site;
    private final LetterMessages messages;

    Envelopes(SourceId source, Site site, LetterMessages messages) {
        this.source = source;
        this.site = site;
        this.messages = messages;
    }

    /** A letter of which the list says all. */
    String of(Site.Entry entry) {
        return JSON.createObjectNode()
                .put("id", entry.id())
                .set("row", entry.row())
                .toString();
    }

    /**
     * A letter with a page of its own.
     *
     * @param page what the page adds; null if it is gone
     * @param before what was known; null if nothing was
     */
    String of(String id, JsonNode row, @Nullable ObjectNode page, @Nullable Seen before) {
        var envelope = JSON.createObjectNode()
                .put("id", id)
                .put("supplement", page != null && before != null && before.state() == Seen.State.CUT);
        envelope.set("row", row);
        return page == null ? envelope.toString() : envelope.setAll(page).toString();
    }

    RawMessage raw(String envelope, Instant at) {
        var body = Payload.of(envelope, StandardCharsets.UTF_8);
        return new RawMessage(
                GovernmentWebsite.CHANNEL, source, body.sha256(), at, Map.of(), body, SignatureStatus.FETCHED);
    }

    /** @throws MalformedMessage if the letter cannot be told from others */
    List<IntakeMessage> read(JsonNode envelope) {
        return messages.of(site.read(envelope), envelope.path("supplement").asBoolean(false));
    }

    /** What to remember of a letter that has been read. */
    Seen seen(String envelope, String row, Instant now) {
        var node = JSON.readTree(envelope);
        try {
            var found = read(node);
            var answered = found.stream()
                    .anyMatch(message -> "answer".equals(message.extras().get("notice")));
            var hasPage = site.page(node.path("id").asString("")).isPresent();
            var state = !hasPage || answered ? Seen.State.DONE : node.has("page") ? Seen.State.OPEN : Seen.State.CUT;
            var keys = found.stream()
                    .filter(message -> !"text".equals(message.extras().get("notice")))
                    .map(message -> message.key().value())
                    .collect(Collectors.joining(" "));
            return new Seen(state, now.getEpochSecond(), row, fingerprint(state == Seen.State.CUT ? "" : keys));
        } catch (MalformedMessage e) {
            // it goes on to where a person sees it; there is nothing to look for
            return new Seen(Seen.State.DONE, now.getEpochSecond(), row, fingerprint(envelope));
        }
    }

    /** A row's words without its numbers: how often a letter was read is no news. */
    static String rowFingerprint(JsonNode row) {
        return fingerprint(row.path("around").asString("").replaceAll("[0-9]+", ""));
    }

    static String fingerprint(String text) {
        return Payload.of(text, StandardCharsets.UTF_8).sha256().substring(0, FINGERPRINT);
    }

    /** A letter of which nothing but its title is known. */
    static Letter withoutPage(String id, String title, Optional<URI> url) {
        return new Letter(
                id,
                title,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                url,
                List.of(),
                Map.of(),
                List.of("the letter's page is gone or shows no text: only its title is known"));
    }
}
