package org.intakehub.adapter.mayormailbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Payload;

/** Gathers from the tree of parts what a person is to see: the text, forwarded mails, files. */
final class Contents {
    private final Limits limits;
    private final Set<String> notes;
    private final List<Line> text = new ArrayList<>();
    private int room;
    private final StringBuilder forwarded = new StringBuilder();
    private final StringBuilder background = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();

    Contents(Limits limits, Set<String> notes) {
        this.limits = limits;
        this.notes = notes;
        this.room = limits.text();
    }

    Contents read(MimePart mail) {
        part(mail, false, false);
        return this;
    }

    List<Line> text() {
        return text;
    }

    /** The text of mails that were attached to this one. */
    String forwarded() {
        return forwarded.toString().strip();
    }

    /** Text for the curious only: delivery reports, the returned mail. */
    String background() {
        return background.toString().strip();
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private void part(MimePart part, boolean related, boolean report) {
        if (part.is("multipart/alternative")) {
            alternatives(part, related);
        } else if (part.isMultipart()) {
            for (var child : part.parts()) {
                part(child, related || part.is("multipart/related"), report || part.is("multipart/report"));
            }
        } else if (!part.parts().isEmpty()) {
            forwarded(part, report);
        } else if (part.is("message/delivery-status") || part.is("text/rfc822-headers")) {
            background(Body.plain(part.decoded(notes), part.type(), limits, notes));
        } else if (isText(part)) {
            add(Body.of(part, limits, notes));
        } else {
            file(part, related);
        }
    }

    private boolean isText(MimePart part) {
        return (part.is("text/plain") || part.is("text/html"))
                && !part.isAttachment()
                && (part.fileName(notes).isEmpty() || (part.is("text/html") && text.isEmpty()));
    }

    private void add(Body body) {
        if (!text.isEmpty() && body.weight() > 0) {
            text.add(new Line("", false));
        }
        for (var line : body.lines()) {
            if (room <= 0) {
                notes.add(Body.CUT);
                break;
            }
            text.add(line);
            room -= line.text().length() + 1;
        }
        attachments.addAll(body.images());
    }

    /** Takes the plain text if it stands for the HTML, else the HTML; what came along with either is kept. */
    private void alternatives(MimePart part, boolean related) {
        var plain = -1;
        var rich = -1;
        for (var i = 0; i < part.parts().size(); i++) {
            var child = part.parts().get(i);
            if (child.is("text/html") || child.isMultipart()) {
                rich = i;
            } else if (plain < 0 && child.is("text/plain") && !child.isAttachment()) {
                plain = i;
            }
        }
        for (var i = 0; i < part.parts().size(); i++) {
            if (i != plain && i != rich) {
                part(part.parts().get(i), related, false);
            }
        }
        choose(
                plain < 0 ? Optional.empty() : Optional.of(part.parts().get(plain)),
                rich < 0 ? Optional.empty() : Optional.of(part.parts().get(rich)));
    }

    private void choose(Optional<MimePart> plain, Optional<MimePart> rich) {
        // Each part is read once, however deep the alternatives nest.
        var richNotes = new LinkedHashSet<String>();
        var richContents = new Contents(limits, richNotes);
        rich.ifPresent(richContents::read);
        var plainNotes = new LinkedHashSet<String>();
        var plainBody = plain.map(one -> Body.of(one, limits, plainNotes));
        if (plainBody
                .filter(body -> rich.isEmpty() || richContents.isTold(body))
                .isPresent()) {
            notes.addAll(plainNotes);
            add(plainBody.get());
            attachments.addAll(richContents.attachments);
        } else {
            notes.addAll(richNotes);
            take(richContents);
        }
    }

    private boolean isTold(Body plain) {
        return forwarded.isEmpty() && plain.standsFor(new Body(text, List.of()));
    }

    private void take(Contents other) {
        add(new Body(other.text, other.attachments));
        forwarded.append(other.forwarded);
        background.append(other.background);
    }

    private void background(Body body) {
        append(body.lines(), background);
    }

    private void forwarded(MimePart part, boolean report) {
        var mail = part.parts().get(0);
        var inner = new Contents(limits, notes).read(mail);
        var into = report ? background : forwarded;
        into.append("\n-------- 转发的邮件 Forwarded mail --------\n");
        header(mail, "from", "发件人 From: ", into);
        header(mail, "date", "日期 Date: ", into);
        header(mail, "subject", "主题 Subject: ", into);
        into.append('\n');
        append(inner.text, into);
        append(List.of(new Line(inner.forwarded(), false)), into);
        background.append(inner.background);
        part.fileName(notes)
                .ifPresent(name -> attachments.add(new Attachment.Inline(
                        name, "message/rfc822", Payload.of(part.content().bytes()), false)));
        attachments.addAll(inner.attachments);
    }

    private void append(List<Line> lines, StringBuilder into) {
        for (var line : lines) {
            if (into.length() >= limits.text()) {
                notes.add(Body.CUT);
                return;
            }
            into.append(line.text()).append('\n');
        }
    }

    private void header(MimePart mail, String name, String label, StringBuilder into) {
        mail.headers()
                .first(name)
                .ifPresent(value -> into.append(label)
                        .append(EncodedWords.decode(value, notes))
                        .append('\n'));
    }

    private void file(MimePart part, boolean related) {
        var bytes = part.decoded(notes);
        if (part.is("application/ms-tnef") || Tnef.is(bytes)) {
            var unpacked = Tnef.read(bytes, limits.parts(), notes);
            if (unpacked.isPresent()) {
                tnef(unpacked.get());
                return;
            }
        }
        var type = part.type().main();
        var inline = type.startsWith("image/")
                && !part.isAttachment()
                && (related
                        || part.headers().has("content-id")
                        || part.disposition().main().equals("inline"));
        var name = part.fileNameOrOther(notes);
        attachments.add(new Attachment.Inline(name, type, Payload.of(bytes), inline));
    }

    private void tnef(Tnef tnef) {
        if (text.stream().allMatch(line -> line.text().isBlank())) {
            if (!tnef.text().isBlank()) {
                text.addAll(PlainText.lines(tnef.text(), Parameters.parse("text/plain")));
            } else {
                text.addAll(HtmlText.lines(tnef.html()));
            }
        }
        tnef.files()
                .forEach(file -> attachments.add(
                        new Attachment.Inline(file.name(), "application/octet-stream", file.content(), false)));
        tnef.rtf()
                .ifPresent(rtf -> attachments.add(new Attachment.Inline("message.rtf", "application/rtf", rtf, false)));
    }
}
