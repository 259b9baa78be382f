package org.intakehub.adapter.governmentwebsite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlainText;
import org.intakehub.core.channel.Threading;

/** Turns a letter into the citizen's matter and a notice for each answer that stands on the site. */
final class LetterMessages {
    private static final int LONGEST_BEGINNING = 40;

    private final Function<String, Optional<Instant>> times;

    /** @param times how the site writes times */
    LetterMessages(Function<String, Optional<Instant>> times) {
        this.times = times;
    }

    /** @param supplement whether the letter's text is told once more, because only its row was known before */
    List<IntakeMessage> of(Letter letter, boolean supplement) {
        var messages = new LinkedHashMap<MessageKey, IntakeMessage>();
        var matter = matter(letter);
        messages.put(matter.key(), matter);
        if (supplement) {
            var text = notice(letter, "text", letter.text())
                    .title("来信全文")
                    .text(letter.text())
                    .build();
            messages.put(text.key(), text);
        }
        letter.replies().forEach(reply -> {
            var answer = answer(letter, reply);
            messages.putIfAbsent(answer.key(), answer);
        });
        return List.copyOf(messages.values());
    }

    private IntakeMessage matter(Letter letter) {
        var message = IntakeMessage.of(MessageKey.of(letter.id()))
                .externalId(letter.id())
                .externalUrl(letter.url().orElse(null))
                .title(letter.title().isEmpty() ? beginning(letter.text()) : PlainText.line(letter.title()))
                .text(letter.text())
                .namedUnit(letter.department().map(PlainText::line).orElse(null))
                .citizen(citizen(letter));
        letter.others().forEach(message::extra);
        letter.notes().forEach(message::note);
        letter.submitted().ifPresent(written -> at(written, message));
        letter.isPublic().ifPresent(flag -> confidentiality(flag, message));
        return message.build();
    }

    private static void confidentiality(String flag, IntakeMessage.Builder message) {
        switch (PlainText.line(flag)) {
            case "1", "是", "公开", "true", "Y" -> message.confidentiality(Confidentiality.PUBLIC);
            case "0", "否", "不公开", "false", "N" -> message.confidentiality(Confidentiality.ON_REQUEST);
            default -> {
                message.confidentiality(Confidentiality.ON_REQUEST);
                message.note("flag of publicity not known");
            }
        }
    }

    private IntakeMessage answer(Letter letter, Letter.Reply reply) {
        var who = reply.department().map(PlainText::line);
        var answer = notice(letter, "answer", reply.text())
                .title(who.map(name -> "网站公开答复：" + name).orElse("网站公开答复"))
                .text(reply.text());
        who.ifPresent(name -> answer.extra("answerOrganization", name));
        reply.when().ifPresent(written -> at(written, answer));
        return answer.build();
    }

    private void at(String written, IntakeMessage.Builder message) {
        times.apply(written).ifPresentOrElse(message::occurredAt, () -> message.note("time not readable"));
    }

    /** The key follows from what is said, so that a changed answer is new and the same one is not. */
    private static IntakeMessage.Builder notice(Letter letter, String kind, String content) {
        var said = Payload.of(content.replaceAll("\\s+", ""), StandardCharsets.UTF_8)
                .sha256()
                .substring(0, 16);
        return IntakeMessage.of(MessageKey.of(letter.id(), kind, said))
                .notice()
                .threading(Threading.continuing(letter.id()))
                .externalUrl(letter.url().orElse(null))
                .extra("notice", kind);
    }

    private static Citizen citizen(Letter letter) {
        var unknown = Citizen.unknown();
        return new Citizen(
                letter.name().map(PlainText::line),
                unknown.gender(),
                unknown.phones(),
                unknown.email(),
                unknown.address(),
                unknown.idNumber(),
                unknown.kind(),
                unknown.anonymous(),
                Optional.of("letter-" + letter.id()));
    }

    private static String beginning(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST_BEGINNING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_BEGINNING));
    }
}
