package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.junit.jupiter.api.Test;

/** A letter is the same letter however it is fetched, finds the one it answers, and is read in whatever charset it came. */
public interface MailContract extends AdapterContract {
    /** The adapter, as what it is. */
    default MailAdapter mail() {
        return (MailAdapter) adapter();
    }

    @Test
    default void showsNoPasswordInItsMailbox() {
        SecrecyContract.hides(settings(), mail().mailbox());
    }

    @Test
    default void takesItsKeyFromTheMessageId() {
        var letter = Letter.plain("one@example.org", "路灯不亮");
        var first = read(letter, "1");
        var second = read(letter.header("Received", "from relay.example.org; Mon, 23 Nov 2026 08:00:00 +0800"), "2");
        var other = read(Letter.plain("two@example.org", "路灯不亮"), "1");
        assertThat(second.key())
                .as("key of the same letter, fetched on another way")
                .isEqualTo(first.key());
        assertThat(other.key()).as("key of another letter").isNotEqualTo(first.key());
    }

    @Test
    default void keepsAKeyForALetterWithoutMessageId() {
        var letter = Letter.plain("", "路灯不亮");
        assertThat(read(letter, "1").key()).isEqualTo(read(letter, "2").key());
        assertThat(read(Letter.plain("", "井盖丢失"), "1").key())
                .as("key of another letter without Message-ID")
                .isNotEqualTo(read(letter, "1").key());
    }

    @Test
    default void findsTheLetterThatItAnswers() {
        var first = read(Letter.plain("one@example.org", "路灯不亮"), "1");
        var second = read(Letter.plain("two@example.org", "路灯不亮"), "2");
        var third = Letter.plain("three@example.org", "Re: 路灯不亮");
        var answer = third.header("In-Reply-To", "<two@example.org>")
                .header("References", "<one@example.org> <two@example.org>");
        assertThat(read(answer, "3").threading().references())
                .as("keys of the letters that this one answers, nearest first")
                .containsExactly(second.key().value(), first.key().value());
        assertThat(read(third, "3").threading().references())
                .as("what a letter answers that answers none")
                .isEmpty();
    }

    @Test
    default void recognisesAutomaticMail() {
        var letter = Letter.plain("one@example.org", "路灯不亮");
        for (var automatic : List.of(
                letter.header("Auto-Submitted", "auto-replied"),
                letter.header("Auto-Submitted", "auto-generated"),
                Letter.report(),
                letter.header("Return-Path", "<>"))) {
            assertThat(read(automatic, "1").automaticReason())
                    .as("why a machine's mail is one")
                    .isPresent();
        }
        assertThat(read(letter.header("Auto-Submitted", "no"), "1").automaticReason())
                .as("why a person's mail would be a machine's")
                .isEmpty();
    }

    @Test
    default void readsTheCharsetsOfTheCountry() {
        for (var charset : List.of("UTF-8", "GB2312", "GBK", "GB18030", "Big5")) {
            var message = read(Letter.in(Charset.forName(charset), "路口井口", "人民路路口"), "1");
            assertThat(message.title()).as("title in " + charset).isEqualTo("路口井口");
            assertThat(message.text().strip()).as("text in " + charset).isEqualTo("人民路路口");
        }
    }

    @Test
    default void readsBothKindsOfLineBreak() {
        var crlf = Letter.plain("one@example.org", "路灯不亮").bytes();
        var lf = new String(crlf, StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read(lf).text().strip()).isEqualTo(read(crlf).text().strip());
        assertThat(read(lf).title()).isEqualTo(read(crlf).title());
    }

    @Test
    default void makesPlainTextOfHtml() {
        var html = "<html><head><style>p{color:red}</style><script>alert(1)</script></head>"
                + "<body><p>路灯&nbsp;不亮</p><p onclick=\"x()\">请修</p></body></html>";
        var letter = Letter.plain("one@example.org", "路灯不亮")
                .header("Content-Type", "text/html; charset=utf-8")
                .text(html);
        var text = read(letter, "1").text();
        assertThat(text).contains("不亮").contains("请修").doesNotContain("alert").doesNotContain("color");
        assertThat(ReadingContract.MARKUP.matcher(text).find())
                .as("markup in the text")
                .isFalse();
    }

    @Test
    default void namesAttachmentsWithoutAPath() {
        var letter = Letter.withAttachment("../../etc/照片.jpg", new byte[] {1, 2, 3});
        var attachments = read(letter, "1").attachments();
        assertThat(attachments).extracting(Attachment::name).containsExactly("照片.jpg");
        assertThat(((Attachment.Inline) attachments.get(0)).content().bytes()).containsExactly(1, 2, 3);
    }

    @Test
    default void losesNothingOfAnAnswer() {
        var letter = Letter.plain("one@example.org", "Re: 路灯不亮").text("还是不亮。\r\n\r\n在 2026-11-20 写道：\r\n> 已安排维修。\r\n");
        var message = read(letter, "1");
        assertThat(message.text()).contains("还是不亮。");
        assertThat(message.text() + message.foldedText()).contains("已安排维修。");
    }

    @Test
    default void knowsItsSender() {
        var citizen = read(Letter.plain("one@example.org", "路灯不亮"), "1").citizen();
        assertThat(citizen.email()).contains(Letter.SENDER);
        assertThat(citizen.handle()).as("where answers go").contains(Letter.SENDER);
        assertThat(citizen.name()).contains("居民");
    }

    private IntakeMessage read(Letter letter, String deliveryId) {
        return read(letter.bytes(), deliveryId);
    }

    private IntakeMessage read(byte[] bytes) {
        return read(bytes, "1");
    }

    private IntakeMessage read(byte[] bytes, String deliveryId) {
        var messages = mail().normalise(new RawMessage(
                mail().channel(), SOURCE, deliveryId, NOW, Map.of(), Payload.of(bytes), SignatureStatus.FETCHED));
        assertThat(messages).as("messages of one letter").hasSize(1);
        return messages.get(0);
    }
}
