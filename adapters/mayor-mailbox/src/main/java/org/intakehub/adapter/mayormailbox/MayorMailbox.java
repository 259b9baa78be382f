package org.intakehub.adapter.mayormailbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Mailbox;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;

/** The mayor's mailbox 市长信箱: one letter, one message, whatever program wrote it. */
public final class MayorMailbox implements MailAdapter, ReplyingAdapter {
    static final ChannelId CHANNEL = new ChannelId("mayor-mailbox");

    private final MayorMailboxSettings settings;
    private final Limits limits;

    MayorMailbox(MayorMailboxSettings settings) {
        this.settings = settings;
        this.limits = settings.limitsOrDefault();
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Mailbox mailbox() {
        return settings.mailbox();
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        if (raw.header(CUT_AT).isPresent()) {
            throw new MalformedMessage("the mail is larger than limits.max-body allows");
        }
        Set<String> notes = new LinkedHashSet<>();
        var bytes = raw.body().bytes();
        var mail = new MimeReader(limits, notes).read(Slice.of(bytes));
        if (!MimeReader.isMail(mail.headers()) && !MimeReader.isReadable(bytes)) {
            throw new MalformedMessage("neither a mail's header nor readable text was found");
        }
        return List.of(message(mail, notes));
    }

    private IntakeMessage message(MimePart mail, Set<String> notes) {
        var headers = mail.headers();
        var subject = subject(headers, notes);
        var contents = new Contents(limits, notes).read(mail);
        var split = QuotedHistory.split(contents.text(), subject);
        var sender = sender(headers, notes);
        var message = IntakeMessage.of(Threads.key(mail))
                .externalId(Threads.messageId(headers).orElse(null))
                .title(subject)
                .text(joined(split.text(), contents.forwarded()))
                .foldedText(joined(split.folded(), contents.background()))
                .citizen(sender.map(MayorMailbox::citizen).orElseGet(Citizen::unknown))
                .threading(Threads.threading(headers, subject))
                .automatic(AutomaticMail.reason(
                                mail,
                                sender.map(Mailboxes.Entry::address).orElse(""),
                                subject,
                                split.text() + split.folded())
                        .orElse(null));
        message.report(DeliveryStatus.report(mail).orElse(null));
        headers.first("date")
                .ifPresent(date -> MailDates.parse(date, notes)
                        .ifPresentOrElse(message::occurredAt, () -> notes.add("date unreadable")));
        headers.first("to").ifPresent(to -> message.extra("To", EncodedWords.decode(to, notes)));
        replyTo(headers, sender).ifPresent(other -> {
            message.extra("Reply-To", other);
            notes.add("Reply-To differs from the sender");
        });
        contents.attachments().forEach(message::attach);
        notes.forEach(message::note);
        return message.build();
    }

    private static String subject(Headers headers, Set<String> notes) {
        var text = EncodedWords.decode(headers.first("subject").orElse(""), notes);
        return Printable.of(text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "))
                .strip();
    }

    private static Optional<Mailboxes.Entry> sender(Headers headers, Set<String> notes) {
        for (var field : List.of("from", "reply-to", "sender", "return-path")) {
            var entry = headers.first(field).flatMap(value -> Mailboxes.first(value, notes));
            if (entry.filter(one -> !one.address().isEmpty()).isPresent()) {
                if (!field.equals("from")) {
                    notes.add("no From: the sender is taken from " + field);
                }
                return entry;
            }
        }
        notes.add("no sender");
        return Optional.empty();
    }

    private static Citizen citizen(Mailboxes.Entry sender) {
        return Citizen.ofMail(sender.name(), sender.address());
    }

    private static Optional<String> replyTo(Headers headers, Optional<Mailboxes.Entry> sender) {
        return headers.first("reply-to")
                .flatMap(field -> Mailboxes.addresses(field).stream().findFirst())
                .filter(address -> sender.filter(one -> one.address().equalsIgnoreCase(address))
                        .isEmpty());
    }

    private static String joined(String first, String second) {
        return Printable.of(first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second);
    }

    @Override
    public Outgoing compose(Reply reply) {
        return new Answers(settings).compose(reply);
    }

    /** Never called: a mail's id is chosen here, and the mail server's answer is the road's to read. */
    @Override
    public String confirm(Answer answer) {
        throw new UnsupportedOperationException("a mail's id is known before it is sent");
    }
}
