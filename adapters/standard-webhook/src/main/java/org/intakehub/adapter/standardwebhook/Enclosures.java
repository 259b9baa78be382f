package org.intakehub.adapter.standardwebhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.JsonNode;

/**
 * Reads the attachments of a body, within the limits of a source.
 *
 * @param most how many a message may have
 * @param mostBytes size of one that comes with the message
 */
record Enclosures(int most, long mostBytes) {
    /** @throws MalformedMessage if there are too many, or one is too large or not readable: none is dropped in silence */
    void add(JsonNode attachments, IntakeMessage.Builder message) {
        if (attachments.size() > most) {
            throw new MalformedMessage("\"/attachments\" has more than " + most + " entries");
        }
        for (var i = 0; i < attachments.size(); i++) {
            message.attach(attachment(attachments.get(i), "\"/attachments/" + i));
        }
    }

    private Attachment attachment(JsonNode attachment, String pointer) {
        var name = attachment.path("name").asString();
        var declared = attachment.path("type").asString("");
        var type = declared.isBlank()
                ? "application/octet-stream"
                : declared.replaceAll("[\\p{Cc}]", "").strip();
        return attachment.has("url")
                ? new Attachment.Linked(name, type, url(attachment, pointer))
                : new Attachment.Inline(name, type, content(attachment, pointer), false);
    }

    private static URI url(JsonNode attachment, String pointer) {
        try {
            return http(attachment.get("url").stringValue());
        } catch (URISyntaxException e) {
            // the cause would quote the address
            throw new MalformedMessage(pointer + "/url\" is no address");
        }
    }

    private Payload content(JsonNode attachment, String pointer) {
        var base64 = attachment.get("base64").stringValue();
        // three bytes for four characters: what is far too large is not even decoded
        if (base64.length() / 4L * 3 > mostBytes + 3) {
            throw new MalformedMessage(pointer + "/base64\" is larger than " + mostBytes + " bytes");
        }
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length > mostBytes) {
                throw new MalformedMessage(pointer + "/base64\" is larger than " + mostBytes + " bytes");
            }
            return Payload.of(bytes);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage(pointer + "/base64\" is not base64");
        }
    }

    /** An absolute http or https address with a host. */
    static URI http(String text) throws URISyntaxException {
        var url = new URI(text);
        var scheme = String.valueOf(url.getScheme());
        if (url.getHost() == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw new URISyntaxException("", "neither http nor https, or without host");
        }
        return url;
    }
}
