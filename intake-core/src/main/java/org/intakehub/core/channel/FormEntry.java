package org.intakehub.core.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody typed into a form of the hub.
 *
 * @param key the form's own number: sent twice, it is one message; 100 characters at most
 * @param citizen who turns to the city
 * @param address where the matter is
 * @param appealType name of the type that the citizen or the operator chose
 * @param isConfidential whether the citizen asked for confidentiality
 * @param extras what the form knows besides, such as the id of a call
 */
public record FormEntry(
        String key,
        String title,
        String text,
        Citizen citizen,
        Optional<String> address,
        Optional<String> appealType,
        boolean isConfidential,
        List<Attachment.Inline> attachments,
        Map<String, String> extras) {

    public FormEntry {
        if (key.isBlank() || key.length() > 100) {
            throw new IllegalArgumentException("the key of a form has 1 to 100 characters");
        }
        attachments = List.copyOf(attachments);
        extras = Map.copyOf(new TreeMap<>(extras));
    }

    @Override
    public String toString() {
        return "FormEntry[" + text.length() + " characters, " + attachments.size() + " attachments]";
    }
}
