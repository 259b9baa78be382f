package org.intakehub.adapter.mayormailbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.intakehub.core.channel.Attachment;

/** Finds an attachment's file name however the sender wrote it; never a path. */
final class AttachmentNames {
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/jpg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/bmp", ".bmp"),
            Map.entry("image/webp", ".webp"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/msword", ".doc"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/rtf", ".rtf"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/amr", ".amr"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/quicktime", ".mov"),
            Map.entry("image/tiff", ".tif"),
            Map.entry("image/heic", ".heic"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("message/rfc822", ".eml"));

    private static final Pattern FILE = Pattern.compile("[^\\r\\n]{1,100}\\.[A-Za-z][A-Za-z0-9]{1,4}");

    private AttachmentNames() {}

    /** The name that the disposition or the content type gives, already bare. */
    static Optional<String> given(Parameters disposition, Parameters contentType, Set<String> notes) {
        var candidates = Stream.of(
                        ExtendedParameter.get(disposition, "filename", notes),
                        disposition.get("filename").map(value -> simple(value, notes)),
                        ExtendedParameter.get(contentType, "name", notes),
                        contentType.get("name").map(value -> simple(value, notes)))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .toList();
        // A name that could not be read wholly gives way to another that could.
        return candidates.stream()
                .filter(name -> name.indexOf('\ufffd') < 0)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(AttachmentNames::bare);
    }

    /** A name that stands in another field: a content id often begins with it. */
    static Optional<String> suggested(Headers headers) {
        return Stream.of("content-id", "content-location", "content-description")
                .map(headers::first)
                .flatMap(Optional::stream)
                .map(value -> value.replaceAll("[<>]|@.*", ""))
                .filter(value -> FILE.matcher(value).matches())
                .map(AttachmentNames::bare)
                .findFirst();
    }

    /** A name for content whose sender gave none. */
    static String invented(String type) {
        return (type.startsWith("image/") ? "image" : "attachment") + EXTENSIONS.getOrDefault(type, "");
    }

    /** Without directories and drive; without control and bidirectional characters. */
    static String bare(String name) {
        var clean = Attachment.bare(name.replaceAll("[\\r\\n\\t]+", " "));
        var bare = clean.replaceFirst("^[A-Za-z]:", "").replaceFirst("^\\.{2,}", "");
        return bare.isBlank() ? Attachment.bare("") : bare.strip();
    }

    private static String simple(String value, Set<String> notes) {
        var decoded = EncodedWords.decode(value, notes);
        if (decoded.indexOf('%') >= 0) {
            var text = Charsets.decode(ExtendedParameter.percent(decoded), null);
            var plain = text.text();
            // Phones percent-encode plain names; a percent sign that hides nothing stays.
            if (text.note().isEmpty()
                    && (plain.indexOf('/') >= 0 || plain.chars().anyMatch(c -> c > 0x7f))) {
                return plain;
            }
        }
        return decoded;
    }
}
