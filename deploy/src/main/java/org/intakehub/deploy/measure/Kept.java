package org.intakehub.deploy.measure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import tools.jackson.databind.JsonNode;

/** Whether what a platform said is still there in the message that was made of it. */
final class Kept {
    private final List<String> parts = new ArrayList<>();

    Kept(IntakeMessage message) {
        parts.addAll(List.of(message.title(), message.text(), message.foldedText()));
        message.externalId().ifPresent(parts::add);
        message.citizen().handle().ifPresent(parts::add);
        message.citizen().name().ifPresent(parts::add);
        message.place().address().ifPresent(parts::add);
        parts.addAll(message.extras().values());
        message.place()
                .coordinates()
                .ifPresent(at -> parts.addAll(List.of(String.valueOf(at.longitude()), String.valueOf(at.latitude()))));
        message.occurredAt().ifPresent(when -> parts.add(String.valueOf(when.getEpochSecond())));
        for (var attachment : message.attachments()) {
            if (attachment instanceof Attachment.Linked linked) {
                parts.add(URLDecoder.decode(linked.url().toString(), StandardCharsets.UTF_8));
            }
        }
    }

    boolean holds(String value) {
        return parts.stream().anyMatch(part -> Texts.contains(part, value));
    }

    /** Whether every value in the tree is there. */
    boolean holdsAll(JsonNode tree) {
        if (tree.isContainer()) {
            return tree.valueStream().allMatch(this::holdsAll);
        }
        return tree.isNull() || holds(tree.asString());
    }
}
