package org.intakehub.adapter.peopledaily;

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

/** Puts together what the board says of a thread in two places, its row in a list and its own answer. */
final class Envelopes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHOLE = "whole-";
    private static final String CUT = "cut-";

    private final SourceId source;
    private final ThreadReader reader;

    Envelopes(SourceId source, ThreadReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** @param parts what the thread's own answer adds; null if the board refuses it */
    String of(Forum forum, JsonNode row, @Nullable ObjectNode parts) {
        var envelope =
                JSON.createObjectNode().put("tid", row.path("tid").asString("")).put("fid", forum.fid());
        envelope.set("row", row);
        return parts == null
                ? envelope.put("refused", true).toString()
                : envelope.setAll(parts).toString();
    }

    /** A thread that was looked at again: only what is new about it counts. */
    String again(Watched before, ObjectNode parts) {
        return JSON.createObjectNode()
                .put("tid", String.valueOf(before.tid()))
                .put("fid", before.fid())
                .put("again", true)
                .put("supplement", before.seen().startsWith(CUT) && isWhole(parts))
                .setAll(parts)
                .toString();
    }

    RawMessage raw(String envelope, Instant at) {
        var body = Payload.of(envelope, StandardCharsets.UTF_8);
        return new RawMessage(PeopleDaily.CHANNEL, source, body.sha256(), at, Map.of(), body, SignatureStatus.FETCHED);
    }

    /** What to watch of a thread found for the first time; empty if all is said. */
    Optional<Watched> watched(String envelope, Instant now) {
        return read(envelope).filter(messages -> !isOver(messages)).map(messages -> {
            var node = JSON.readTree(envelope);
            var since = messages.get(0).occurredAt().orElse(now).getEpochSecond();
            var tid = Rows.tid(node).orElse(0L);
            var seen = (isWhole(node) ? WHOLE : CUT) + fingerprint(messages);
            return new Watched(tid, node.path("fid").asString(""), seen, since, now.getEpochSecond());
        });
    }

    /** What to watch of it from now on; empty if all is said. */
    Optional<Watched> watched(String envelope, Watched before, Instant now) {
        return read(envelope).filter(messages -> !isOver(messages)).map(messages -> {
            var whole = before.seen().startsWith(WHOLE) || isWhole(JSON.readTree(envelope));
            var seen = (whole ? WHOLE : CUT) + fingerprint(messages);
            return new Watched(before.tid(), before.fid(), seen, before.since(), now.getEpochSecond());
        });
    }

    private Optional<List<IntakeMessage>> read(String envelope) {
        try {
            return Optional.of(reader.read(JSON.readTree(envelope)));
        } catch (MalformedMessage e) {
            // it goes on to where a person sees it; there is nothing to watch
            return Optional.empty();
        }
    }

    private static boolean isWhole(JsonNode envelope) {
        return envelope.has("content") || envelope.has("page");
    }

    /** A rating is the last that is heard of a thread. */
    private static boolean isOver(List<IntakeMessage> messages) {
        return messages.stream()
                .anyMatch(message -> "rating".equals(message.extras().get("notice")));
    }

    private static String fingerprint(List<IntakeMessage> messages) {
        var keys = messages.stream()
                .filter(message -> message.kind() == IntakeMessage.Kind.NOTICE)
                .filter(message -> !"text".equals(message.extras().get("notice")))
                .map(message -> message.key().value())
                .collect(Collectors.joining(" "));
        return Payload.of(keys, StandardCharsets.UTF_8).sha256().substring(0, 12);
    }
}
