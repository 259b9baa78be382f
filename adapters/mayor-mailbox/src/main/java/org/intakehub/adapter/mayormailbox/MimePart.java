package org.intakehub.adapter.mayormailbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One part of a mail.
 *
 * @param type the content type as it is meant: mended where the header is missing or wrong
 * @param content the content, its transfer encoding still on
 * @param parts the parts within a multipart, or the mail within a forwarded one
 */
record MimePart(Headers headers, Parameters type, Parameters disposition, Slice content, List<MimePart> parts) {
    boolean is(String mediaType) {
        return type.main().equals(mediaType);
    }

    boolean isMultipart() {
        return type.main().startsWith("multipart/");
    }

    boolean isAttachment() {
        return disposition.main().equals("attachment");
    }

    Optional<String> fileName(Set<String> notes) {
        return AttachmentNames.given(disposition, type, notes);
    }

    /** The name that the sender gave, or the one that other fields suggest. */
    String fileNameOrOther(Set<String> notes) {
        return fileName(notes)
                .or(() -> AttachmentNames.suggested(headers))
                .orElseGet(() -> AttachmentNames.invented(type.main()));
    }

    /** The content without its transfer encoding. */
    byte[] decoded(Set<String> notes) {
        var result = TransferEncoding.decode(
                content.bytes(), headers.first("content-transfer-encoding").orElse(""));
        result.note().ifPresent(notes::add);
        return result.bytes();
    }

    @Override
    public String toString() {
        return "MimePart[" + type.main() + ", " + content.size() + " bytes, " + parts.size() + " parts]";
    }
}
