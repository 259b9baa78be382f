package org.intakehub.adapter.mayormailbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Attachment;

/**
 * A part with text, read into lines.
 *
 * @param images pictures found within the text
 */
record Body(List<Line> lines, List<Attachment> images) {
    private static final Pattern META_CHARSET =
            Pattern.compile("charset\\s{0,5}=\\s{0,5}[\"']?([\\w:-]{2,40})", Pattern.CASE_INSENSITIVE);
    static final String CUT = "text cut: the whole of it is in the original";
    private static final int HEAD = 4096;
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i).*(does not support html|html[- ](?:capable|compatible|enabled)|view (?:this|the) (?:e-?mail|message) (?:in|with)|不支持html|请使用支持html).*",
            Pattern.DOTALL);

    static Body of(MimePart part, Limits limits, Set<String> notes) {
        return part.is("text/html")
                ? html(part.decoded(notes), part.type(), limits, notes)
                : plain(part.decoded(notes), part.type(), limits, notes);
    }

    static Body html(byte[] bytes, Parameters type, Limits limits, Set<String> notes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var meta = META_CHARSET.matcher(head);
        var decoded = Charsets.decode(bytes, type.get("charset").orElse(null), meta.find() ? meta.group(1) : null);
        decoded.note().ifPresent(notes::add);
        var taken = DataImages.takenFrom(decoded.text(), limits.parts());
        return new Body(HtmlText.lines(cut(taken.html(), limits, notes)), taken.images());
    }

    static Body plain(byte[] bytes, Parameters type, Limits limits, Set<String> notes) {
        var decoded = Charsets.decode(bytes, type.get("charset").orElse(null));
        decoded.note().ifPresent(notes::add);
        return new Body(PlainText.lines(cut(decoded.text(), limits, notes), type), List.of());
    }

    private static String cut(String text, Limits limits, Set<String> notes) {
        if (text.length() <= limits.text()) {
            return text;
        }
        notes.add(CUT);
        var end = limits.text();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Characters that are not blanks. */
    long weight() {
        return lines.stream()
                .flatMapToInt(line -> line.text().chars())
                .filter(c -> !Character.isWhitespace(c))
                .count();
    }

    /** Whether this plain text says what the HTML beside it says, rather than that there is HTML. */
    boolean standsFor(Body html) {
        var weight = weight();
        if (weight == 0) {
            return html.weight() == 0;
        }
        var text = String.join(" ", lines.stream().map(Line::text).limit(20).toList());
        var first = text.substring(0, Math.min(text.length(), 500));
        return weight * 4 >= html.weight()
                && !(weight < 400 && PLACEHOLDER.matcher(first).matches());
    }

    @Override
    public String toString() {
        return "Body[" + lines.size() + " lines]";
    }
}
