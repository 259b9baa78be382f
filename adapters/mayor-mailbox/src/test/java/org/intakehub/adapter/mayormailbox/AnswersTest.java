package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final String TOKEN = "340181-20261123-000001.abcdefghijklmnop";

    @Test
    void threadsUnderTheCaseAndItsToken() {
        var mail = compose(reply("Re: 停水 [" + TOKEN + "]", "a@b.example", Reply.Kind.ANSWER, "x@y", "sha256:0", "z@y"));
        assertThat(mail.subject()).isEqualTo("Re: 停水 [" + TOKEN + "]");
        assertThat(mail.messageId()).isEqualTo("reply-1@city.example");
        assertThat(mail.headers())
                .containsEntry("In-Reply-To", "<z@y>")
                .containsEntry("References", "<x@y> <z@y>")
                .containsEntry("Reply-To", "mayor+" + TOKEN + "@city.example")
                .doesNotContainKey("Auto-Submitted");
        assertThat(mail.server().port()).isEqualTo(465);
    }

    @Test
    void marksAnAcknowledgement() {
        assertThat(compose(reply("停水", "a@b.example", Reply.Kind.ACKNOWLEDGEMENT))
                        .headers())
                .containsEntry("Auto-Submitted", "auto-replied")
                .containsEntry("X-Auto-Response-Suppress", "All")
                .doesNotContainKey("In-Reply-To");
    }

    @Test
    void letsNoTitleBecomeAHeader() {
        var mail =
                compose(reply("停水\r\nBcc: c@d.example", "a@b.example", Reply.Kind.ANSWER, "x@y\r\nBcc: c@d.example"));
        assertThat(mail.subject()).doesNotContain("\r", "\n");
        assertThat(mail.headers()).doesNotContainKey("In-Reply-To");
    }

    @Test
    void refusesARecipientThatCannotBeWrittenTo() {
        for (var recipient : List.of("", "nobody", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example")) {
            assertThatThrownBy(() -> compose(reply("停水", recipient, Reply.Kind.ANSWER)))
                    .isInstanceOf(RemoteRejected.class);
        }
    }

    @Test
    void recognisesItsOwnTokenInTheAnswerToIt() {
        var mail = compose(reply("停水", "a@b.example", Reply.Kind.ANSWER));
        var back = Samples.mail("From: a@b.example\nTo: " + mail.headers().get("Reply-To") + "\nSubject: x\n\n谢谢\n");
        assertThat(back.threading().caseTokens()).containsExactly(TOKEN);
    }

    private static Outgoing.ByMail compose(Reply reply) {
        return (Outgoing.ByMail) new Answers(Samples.settings()).compose(reply);
    }

    private static Reply reply(String title, String recipient, Reply.Kind kind, String... references) {
        return new Reply(
                "reply-1",
                kind,
                "340181-20261123-000001",
                TOKEN,
                recipient,
                Optional.of(title),
                "已安排维修。",
                List.of(references),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
