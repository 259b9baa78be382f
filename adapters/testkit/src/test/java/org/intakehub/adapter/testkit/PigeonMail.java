package org.intakehub.adapter.testkit;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Mailbox;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Threading;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A mailbox that is correct enough for the contract, open for faults. */
class PigeonMail implements MailAdapter {
    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-mail");
    }

    @Override
    public Mailbox mailbox() {
        return new Mailbox(
                "mail.example.org", 993, true, user(), Pigeons.TOKEN, "INBOX", Duration.ofMinutes(1), Optional.empty());
    }

    String user() {
        return "pigeon";
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        try {
            var mail = new MimeMessage(
                    Session.getInstance(new Properties()), raw.body().open());
            var message = IntakeMessage.of(key(raw, mail)).title(line(mail.getSubject()));
            if (mail.getFrom() != null && mail.getFrom()[0] instanceof InternetAddress from) {
                message.citizen(citizen(from));
            } else {
                message.note("no sender");
            }
            message.threading(new Threading(references(mail), List.of())).automatic(automatic(mail));
            parts(mail, message);
            return List.of(message.build());
        } catch (MessagingException | IOException e) {
            throw new MalformedMessage("no letter");
        }
    }

    Citizen citizen(InternetAddress from) {
        return Citizen.ofMail(Optional.ofNullable(from.getPersonal()), from.getAddress());
    }

    MessageKey key(RawMessage raw, MimeMessage mail) throws MessagingException {
        var id = mail.getMessageID();
        return MessageKey.of(id == null || bare(id).isEmpty() ? withoutId(raw) : bare(id));
    }

    String withoutId(RawMessage raw) {
        return raw.body().sha256();
    }

    List<String> references(MimeMessage mail) throws MessagingException {
        var header = mail.getHeader("References", " ");
        var ids = new ArrayList<String>();
        if (header != null) {
            Arrays.stream(header.split("\\s+")).map(PigeonMail::bare).forEach(ids::add);
        }
        Collections.reverse(ids);
        return ids;
    }

    @Nullable
    String automatic(MimeMessage mail) throws MessagingException {
        var submitted = mail.getHeader("Auto-Submitted", null);
        if (submitted != null && !submitted.equals("no")) {
            return "auto-submitted";
        }
        return mail.isMimeType("multipart/report") || "<>".equals(mail.getHeader("Return-Path", null))
                ? "a report"
                : null;
    }

    private void parts(Part part, IntakeMessage.Builder message) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attach(part, message);
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                parts(inner, message);
            }
        } else {
            message.text(part.isMimeType("text/html") ? plain(text(part)) : clean(text(part)));
        }
    }

    void attach(Part part, IntakeMessage.Builder message) throws MessagingException, IOException {
        var name = MimeUtility.decodeText(String.valueOf(part.getFileName()));
        var content = Payload.of(part.getInputStream().readAllBytes());
        message.attach(new Attachment.Inline(name, part.getContentType(), content, false));
    }

    String text(Part part) throws MessagingException, IOException {
        return String.valueOf(part.getContent());
    }

    String plain(String html) {
        return clean(Jsoup.parse(html).text());
    }

    static String clean(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : clean(text).replace('\n', ' ');
    }

    private static String bare(String id) {
        return id.replaceAll("[<>\\s]", "");
    }
}
