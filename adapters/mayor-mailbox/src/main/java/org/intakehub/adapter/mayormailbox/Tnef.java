package org.intakehub.adapter.mayormailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.Types;
import org.intakehub.core.channel.Payload;

/**
 * What Outlook packed into a winmail.dat.
 *
 * @param text the body as plain text, empty if there is none
 * @param html the body as HTML, empty if there is none
 * @param rtf the body as RTF, if it came in no other form
 */
record Tnef(String text, String html, Optional<Payload> rtf, List<File> files) {
    /** A packed file, its name already bare. */
    record File(String name, Payload content) {
        @Override
        public String toString() {
            return "File[" + content.size() + " bytes]";
        }
    }

    static boolean is(byte[] bytes) {
        return bytes.length > 4
                && (bytes[0] & 0xff) == 0x78
                && (bytes[1] & 0xff) == 0x9f
                && bytes[2] == 0x3e
                && bytes[3] == 0x22;
    }

    /** Unpacks the bytes; empty, with a note, if they are broken. */
    static Optional<Tnef> read(byte[] bytes, int most, Set<String> notes) {
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(bytes));
            var charset = codePage(message);
            var text = body(message, MAPIProperty.BODY, charset, notes);
            var html = body(message, MAPIProperty.BODY_HTML, charset, notes);
            var rtf = text.isBlank() && html.isBlank()
                    ? data(message, MAPIProperty.RTF_COMPRESSED)
                    : Optional.<byte[]>empty();
            return Optional.of(new Tnef(text, html, rtf.map(Payload::of), files(message, charset, most, notes)));
        } catch (IOException | RuntimeException e) {
            // POI throws a dozen kinds of exception at broken input; whichever it is, the file itself is kept.
            notes.add("winmail.dat could not be unpacked");
            return Optional.empty();
        }
    }

    private static List<File> files(HMEFMessage message, String charset, int most, Set<String> notes) {
        var files = new ArrayList<File>();
        for (var attachment : message.getAttachments()) {
            if (files.size() >= most) {
                notes.add("too many files in winmail.dat: the rest is left unread");
                break;
            }
            var content = attachment.getContents();
            files.add(new File(name(attachment, charset, notes), Payload.of(content == null ? new byte[0] : content)));
        }
        return files;
    }

    /** The sender's code page, which says how eight-bit names and texts are to be read. */
    private static String codePage(HMEFMessage message) {
        var attribute = message.getMessageAttribute(TNEFProperty.ID_OEMCODEPAGE);
        if (attribute == null || attribute.getData().length < 4) {
            return "";
        }
        var data = attribute.getData();
        var page = (data[0] & 0xff) | ((data[1] & 0xff) << 8) | ((data[2] & 0xff) << 16);
        return page == 65001 ? "utf-8" : page >= 1250 && page <= 1258 ? "windows-" + page : "cp" + page;
    }

    private static String name(Attachment attachment, String charset, Set<String> notes) {
        for (var property :
                List.of(MAPIProperty.ATTACH_LONG_FILENAME, MAPIProperty.ATTACH_FILENAME, MAPIProperty.DISPLAY_NAME)) {
            var attribute = attachment.getMAPIAttribute(property);
            var name = attribute == null ? "" : text(attribute, charset, notes);
            if (!name.isBlank()) {
                return AttachmentNames.bare(name);
            }
        }
        var title = attachment.getAttribute(TNEFProperty.ID_ATTACHTITLE);
        return AttachmentNames.bare(title == null ? "" : text(title.getData(), charset, notes));
    }

    private static String body(HMEFMessage message, MAPIProperty property, String charset, Set<String> notes) {
        var attribute = message.getMessageMAPIAttribute(property);
        return attribute == null ? "" : text(attribute, charset, notes);
    }

    private static Optional<byte[]> data(HMEFMessage message, MAPIProperty property) {
        return Optional.ofNullable(message.getMessageMAPIAttribute(property)).map(MAPIAttribute::getData);
    }

    private static String text(MAPIAttribute attribute, String charset, Set<String> notes) {
        return attribute.getType() == Types.UNICODE_STRING.getId()
                ? text(attribute.getData(), "utf-16le", notes)
                : text(attribute.getData(), charset, notes);
    }

    private static String text(byte[] data, String charset, Set<String> notes) {
        if (charset.equals("utf-16le")) {
            return new String(data, StandardCharsets.UTF_16LE).replace("\u0000", "");
        }
        var decoded = Charsets.decode(data, charset);
        decoded.note().ifPresent(notes::add);
        return decoded.text().replace("\u0000", "");
    }

    @Override
    public String toString() {
        return "Tnef[" + files.size() + " files]";
    }
}
