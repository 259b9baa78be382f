package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.intakehub.core.channel.MalformedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String HEAD = "From: a@b.example\nSubject: s\n";
    private static final int MANY = 20_000;

    @Test
    void stopsAtTheDepthThatIsAllowed() {
        var mail = new StringBuilder(HEAD);
        for (var i = 0; i < 100; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        var message = Samples.mail(mail + "\n\nend\n");
        assertThat(message.notes()).contains("parts nested too deep: left unread");
    }

    @Test
    void stopsAtThePartsThatAreAllowed() {
        var mail = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: image/png\n\nx\n".repeat(40);
        var message = Samples.mail(mail + "--b--\n");
        assertThat(message.attachments()).hasSize(32);
        assertThat(message.notes()).contains("too many parts: the rest is left unread");
    }

    @Test
    void cutsTextThatIsTooLong() {
        var message = Samples.mail(HEAD + "\n" + "路灯不亮\n".repeat(400_000));
        assertThat(message.text()).hasSizeLessThanOrEqualTo(1 << 20);
        assertThat(message.notes()).contains("text cut: the whole of it is in the original");
    }

    @Test
    void refusesWhatIsNoMail() {
        assertThatThrownBy(() -> Samples.read(new byte[0])).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> Samples.read(new byte[] {0, 1, 2, 3, 4, 5})).isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><b>x",
                "<table><tr><td>",
                "<div class=gmail_quote>",
                "<article>",
                "<ol><li>",
                "<a href='http://a.example/b'>x</a>",
                "<b><i></b></i>",
                "&#x4e00;",
                "<!--",
                "data:image/"
            })
    void readsHostileHtmlInTime(String piece) {
        var html = HEAD + "Content-Type: text/html\n\n" + piece.repeat(MANY);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Samples.mail(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> \n",
                "\n",
                "-",
                "On 2026 10:20 a@b wrote:\n",
                "From: a@b 2026\n",
                "| |\n|\n",
                "在 2026年3月5日 10:30，王 写道：",
                "发自我的iPhone\n"
            })
    void readsHostileTextInTime(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Samples.mail(HEAD + "\n" + piece.repeat(MANY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?", "=?utf-8?B?", "a,", "(", "\"", "\"@\",", "<", "; a=b", "+"})
    void readsHostileHeadersInTime(String piece) {
        for (var field : new String[] {"From", "Subject", "To", "References", "Content-Type", "Date"}) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> Samples.mail("X-Mailer: x\n" + field + ": " + piece.repeat(MANY) + "\n\ntext\n"));
        }
    }
}
