package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes from outside on their way to a browser: never taken for a page, a script or a style sheet of ours. */
final class Download {
    /** What a browser shows without running any of it. SVG is missing: it carries scripts. */
    private static final Set<String> HARMLESS = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "application/pdf",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/vorbis",
            "audio/opus",
            "audio/x-wav",
            "audio/vnd.wave",
            "video/mp4");

    private Download() {}

    /** Whether a page may show such bytes itself, as far as they begin with the given kind, like {@code image/}. */
    static boolean isShown(@Nullable String type, String kind) {
        return type != null && type.startsWith(kind) && HARMLESS.contains(type);
    }

    /** To be saved, whatever it is. */
    static ResponseEntity<byte[]> of(String name, byte[] bytes) {
        return head(MediaType.APPLICATION_OCTET_STREAM, ContentDisposition.attachment(), name)
                .body(bytes);
    }

    /** @param type what the bytes were found to be, not what somebody said they were */
    static ResponseEntity.BodyBuilder typed(String name, @Nullable String type) {
        return type != null && HARMLESS.contains(type)
                ? head(MediaType.parseMediaType(type), ContentDisposition.inline(), name)
                : head(MediaType.APPLICATION_OCTET_STREAM, ContentDisposition.attachment(), name);
    }

    private static ResponseEntity.BodyBuilder head(
            MediaType type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name, UTF_8).build().toString());
    }
}
