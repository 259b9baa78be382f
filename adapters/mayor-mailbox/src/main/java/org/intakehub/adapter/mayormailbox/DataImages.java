package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Payload;

/**
 * Pictures that a program wrote into the HTML itself, taken out of it.
 *
 * @param html the page without their bytes
 */
record DataImages(String html, List<Attachment> images) {
    private static final String START = "data:image/";
    private static final String ENCODING = ";base64,";
    private static final int LONGEST_TYPE = 60;

    static DataImages takenFrom(String html, int most) {
        var images = new ArrayList<Attachment>();
        var rest = new StringBuilder();
        var at = 0;
        for (var start = html.indexOf(START); start >= 0; start = html.indexOf(START, at)) {
            var head = html.substring(start, Math.min(html.length(), start + LONGEST_TYPE));
            var encoding = head.indexOf(ENCODING);
            var from = start + (encoding < 0 ? START.length() : encoding + ENCODING.length());
            rest.append(html, at, start);
            at = from;
            if (encoding >= 0) {
                at = endOfBase64(html, from);
                if (images.size() < most) {
                    images.add(image(head.substring(START.length(), encoding), html.substring(from, at)));
                }
            }
        }
        return new DataImages(rest.append(html, at, html.length()).toString(), images);
    }

    private static int endOfBase64(String html, int from) {
        var end = from;
        while (end < html.length() && "\"' >)".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static Attachment image(String subtype, String base64) {
        var type = "image/" + subtype.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+.-].*", "");
        var bytes = TransferEncoding.base64(base64.getBytes(StandardCharsets.ISO_8859_1));
        return new Attachment.Inline(AttachmentNames.invented(type), type, Payload.of(bytes), true);
    }

    @Override
    public String toString() {
        return "DataImages[" + images.size() + "]";
    }
}
