package org.intakehub.gateway.counter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Payload;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The fields of a form as they travel, each of which may be missing.
 *
 * @param challenge the form's signed number
 * @param work the number that solves it; none from a browser without JavaScript
 */
record FormParameters(
        @Nullable String challenge,
        @Nullable String work,
        @Nullable String title,
        @Nullable String text,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String place,
        @Nullable String type,
        @Nullable Boolean confidential,
        @Nullable List<MultipartFile> files) {

    Typed typed() {
        return new Typed(
                given(title),
                given(text),
                given(name),
                given(phone),
                given(place),
                given(type),
                confidential != null && confidential);
    }

    Counter.Sent sent(String address) throws IOException {
        return new Counter.Sent(given(challenge), given(work), typed(), attachments(), address);
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** A browser sends an empty part where no file was chosen. */
    private List<Attachment.Inline> attachments() throws IOException {
        var attachments = new ArrayList<Attachment.Inline>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            var fileName = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (!fileName.isEmpty() || !file.isEmpty()) {
                var declared = Objects.requireNonNullElse(file.getContentType(), "");
                attachments.add(new Attachment.Inline(fileName, declared, Payload.of(file.getBytes()), false));
            }
        }
        return attachments;
    }

    @Override
    public String toString() {
        return "FormParameters[]";
    }
}
