package org.intakehub.adapter.weibo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;
import org.junit.jupiter.api.Test;

class WeiboAnswersTest {
    private static final String MESSAGE = "7|Thu Jun 05 10:12:33 +0800 2025|text|00";
    private static final Duration WINDOW = Duration.ofDays(2);

    private final Answers answers = new Answers(Platform.settings(96, 200));

    @Test
    void repliesToAPrivateMessage() {
        var call = ((Outgoing.ByCall) answers.compose(reply(Reply.Kind.ACKNOWLEDGEMENT, "收到。", MESSAGE, Duration.ZERO)))
                .call();
        assertThat(call.url()).hasToString("https://api.weibo.com/2/messages/reply.json");
        assertThat(URLDecoder.decode(call.body().text(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("type=text&data={\"text\":\"收到。\"}&receiver_id=7&save_sender_box=1");
    }

    @Test
    void keepsTheOneReplyToAMentionForTheAnswer() {
        var mention = "status|5173029384756102";
        var acknowledgement = answers.compose(reply(Reply.Kind.ACKNOWLEDGEMENT, "收到。", mention, Duration.ZERO));
        assertThat(((Outgoing.ByHand) acknowledgement).where())
                .contains(URI.create("https://weibo.com/detail/5173029384756102"));
        assertThat(answers.compose(reply(Reply.Kind.ANSWER, "已修好。", mention, Duration.ZERO)))
                .isInstanceOf(Outgoing.ByCall.class);
    }

    @Test
    void leavesALateAnswerToAPersonWithItsWholeText() {
        var text = "已修好。".repeat(100);
        var task = (Outgoing.ByHand) answers.compose(reply(Reply.Kind.ANSWER, text, "comment|9", WINDOW));
        assertThat(task.text()).isEqualTo(text);
        assertThat(task.where()).isEmpty();
        assertThat(task.instruction()).contains("48 hours");
        assertThat(answers.compose(reply(Reply.Kind.ANSWER, text, "comment|9", WINDOW.minusSeconds(1))))
                .isInstanceOf(Outgoing.ByCall.class);
    }

    @Test
    void cutsBehindASentenceAndSaysSo() {
        assertThat(text("灯".repeat(299))).isEqualTo("灯".repeat(299));
        assertThat(text("路灯不亮。".repeat(80))).hasSizeLessThan(300).endsWith("。……（未完，办件编号 A-1）");
        var emoji = text("😀".repeat(300));
        assertThat(emoji.codePointCount(0, emoji.length())).isLessThan(300);
        assertThat(emoji).startsWith("😀".repeat(280)).endsWith("😀……（未完，办件编号 A-1）");
    }

    @Test
    void writesToNoRecipientThatIsNoUser() {
        var bad = new Reply(
                "r",
                Reply.Kind.ANSWER,
                "A-1",
                "t",
                "7&receiver_id=8",
                Optional.empty(),
                "好",
                List.of(),
                Optional.empty(),
                Platform.NOW,
                Platform.NOW);
        assertThatExceptionOfType(RemoteRejected.class).isThrownBy(() -> answers.compose(bad));
    }

    private String text(String text) {
        var call = ((Outgoing.ByCall) answers.compose(reply(Reply.Kind.ANSWER, text, MESSAGE, Duration.ZERO))).call();
        var data = URLDecoder.decode(
                call.body().text(StandardCharsets.UTF_8).replaceAll(".*data=([^&]*)&.*", "$1"), StandardCharsets.UTF_8);
        return data.substring("{\"text\":\"".length(), data.length() - 2);
    }

    private static Reply reply(Reply.Kind kind, String text, String reference, Duration waited) {
        return new Reply(
                "r-1",
                kind,
                "A-1",
                "token",
                "7",
                Optional.of("路灯"),
                text,
                List.of(reference),
                Optional.empty(),
                Platform.NOW.minus(waited),
                Platform.NOW);
    }
}
