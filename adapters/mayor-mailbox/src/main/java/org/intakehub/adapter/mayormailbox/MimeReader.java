package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads bytes into a tree of parts in one pass per level; whatever the bytes are, there is a tree. */
final class MimeReader {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+_-]{1,60}/[a-z0-9.+_*-]{1,100}");
    private static final Parameters TEXT = Parameters.parse("text/plain");

    private final Limits limits;
    private final Set<String> notes;

    MimeReader(Limits limits, Set<String> notes) {
        this.limits = limits;
        this.notes = notes;
    }

    MimePart read(Slice mail) {
        return part(mail, 0, TEXT);
    }

    private MimePart part(Slice slice, int depth, Parameters usual) {
        var reader = HeaderReader.read(slice);
        var headers = reader.headers();
        notes.addAll(headers.notes());
        var type = type(headers, usual);
        var disposition = Parameters.parse(headers.first("content-disposition").orElse(""));
        var content = reader.content();
        if (type.main().startsWith("multipart/")) {
            return multipart(headers, type, disposition, content, depth);
        }
        if (type.main().equals("message/rfc822") || type.main().equals("message/global")) {
            return forwarded(headers, type, disposition, content, depth);
        }
        return new MimePart(headers, type, disposition, content, List.of());
    }

    /** The first content type that is one; senders repeat the field, or write half of it. */
    private static Parameters type(Headers headers, Parameters usual) {
        var all = headers.all("content-type").stream().map(Parameters::parse).toList();
        for (var type : all) {
            if (MEDIA_TYPE.matcher(type.main()).matches()) {
                return type;
            }
        }
        var named = all.stream().filter(type -> !type.list().isEmpty()).findFirst();
        if (named.isPresent() && named.get().get("boundary").isPresent()) {
            return Parameters.parse(
                    "multipart/mixed; boundary=\"" + named.get().get("boundary").get() + "\"");
        }
        return named.map(type -> Parameters.parse(
                        "text/plain; charset=\"" + type.get("charset").orElse("") + "\""))
                .orElse(usual);
    }

    private MimePart multipart(Headers headers, Parameters type, Parameters disposition, Slice content, int depth) {
        if (depth >= limits.depth()) {
            notes.add("parts nested too deep: left unread");
            return new MimePart(headers, Parameters.parse("application/octet-stream"), disposition, content, List.of());
        }
        var slices = new Boundaries(content, limits.parts())
                .split(type.get("boundary").orElse(""));
        if (slices.isEmpty()) {
            notes.add("multipart without parts: read as text");
            return new MimePart(headers, TEXT, disposition, content, List.of());
        }
        if (slices.size() > limits.parts()) {
            notes.add("too many parts: the rest is left unread");
        }
        var usual = type.main().equals("multipart/digest") ? Parameters.parse("message/rfc822") : TEXT;
        var parts = new ArrayList<MimePart>();
        for (var slice : slices.subList(0, Math.min(slices.size(), limits.parts()))) {
            parts.add(part(slice, depth + 1, usual));
        }
        return new MimePart(headers, type, disposition, content, parts);
    }

    private MimePart forwarded(Headers headers, Parameters type, Parameters disposition, Slice content, int depth) {
        if (depth >= limits.depth()) {
            notes.add("mails nested too deep: left unread");
            return new MimePart(headers, type, disposition, content, List.of());
        }
        // RFC 2046 forbids an encoding here; some programs encode all the same.
        var encoding = headers.first("content-transfer-encoding").orElse("");
        var inner = Slice.of(TransferEncoding.decode(content.bytes(), encoding).bytes());
        return new MimePart(headers, type, disposition, content, List.of(part(inner, depth + 1, TEXT)));
    }

    /** Whether a header holds a field that only mails have; one that does not may be anything. */
    static boolean isMail(Headers headers) {
        return headers.fields().stream().anyMatch(field -> HeaderReader.isKnown(field.name()));
    }

    /** Whether bytes without a header are text that a person could read. */
    static boolean isReadable(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var control = text.chars()
                .filter(c -> c < ' ' && "\t\r\n\f\u001b".indexOf(c) < 0)
                .count();
        return !text.isBlank() && control * 100 <= text.length();
    }
}
