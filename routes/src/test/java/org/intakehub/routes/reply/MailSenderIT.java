package org.intakehub.routes.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Outgoing.ByMail;
import org.intakehub.core.channel.Outgoing.MailServer;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSenderIT {
    private final MailSender sender =
            new MailSender(Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC));

    private final List<String> said = new ArrayList<>();

    private static ByMail letter(String host, int port, String user, String to) {
        return new ByMail(
                new MailServer(host, port, false, user, new Secret(user.isEmpty() ? "" : "a long password")),
                "市长信箱 <mayor@example.org>",
                to,
                "reply-1@hub.example.org",
                "答复：路灯不亮",
                "您好，来信已受理。",
                Map.of(
                        "In-Reply-To", "<letter-1@example.org>",
                        "References", "<letter-0@example.org> <letter-1@example.org>",
                        "Auto-Submitted", "auto-replied"));
    }

    private String send(ByMail letter) {
        return sender.send(sender.prepare(letter), (code, answer) -> said.add(code + " " + answer.text(UTF_8)));
    }

    private static ByMail letter(SilentServer server) {
        return letter("127.0.0.1", server.port(), "", "citizen@example.org");
    }

    @Test
    void sendsTheLetterWithItsMessageIdAndWhatThreadsIt() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            server.setUser("mayor@example.org", "mayor", "a long password");
            var id = send(letter("127.0.0.1", server.getSmtp().getPort(), "mayor", "citizen@example.org"));

            assertThat(id).isEqualTo("reply-1@hub.example.org");
            var received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            var mail = received[0];
            assertThat(mail.getHeader("Message-ID")).containsExactly("<reply-1@hub.example.org>");
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<letter-1@example.org>");
            assertThat(mail.getHeader("References")).containsExactly("<letter-0@example.org> <letter-1@example.org>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(mail.getSubject()).isEqualTo("答复：路灯不亮");
            assertThat(((String) mail.getContent()).strip()).isEqualTo("您好，来信已受理。");
            assertThat(mail.getHeader("From")[0]).isASCII();
            assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("市长信箱");
            assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL,550 no", "RCPT,550 unknown", "DATA,554 no", "., 552 too large"})
    void aFinalNoIsForAPerson(String word, String answer) throws IOException {
        try (var server = new SilentServer(word, answer)) {
            assertThatThrownBy(() -> send(letter(server)))
                    .isInstanceOf(RemoteRejected.class)
                    .hasMessageContaining(answer.strip().substring(0, 3));
        }
    }

    @ParameterizedTest
    @CsvSource({"'',421 busy", "EHLO,421 busy", "MAIL,451 later", "RCPT,450 grey list", "., 452 full"})
    void aNoForNowIsTriedAgain(String word, String answer) throws IOException {
        try (var server = new SilentServer(word, answer)) {
            assertThatThrownBy(() -> send(letter(server))).isInstanceOf(RemoteUnavailable.class);
        }
    }

    @Test
    void whatLeavesIsKnownByteForByteAndTheServersLastWordIsHeard() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            server.setUser("mayor@example.org", "mayor", "a long password");
            var ready = sender.prepare(letter("127.0.0.1", server.getSmtp().getPort(), "mayor", "citizen@example.org"));
            sender.send(ready, (code, answer) -> said.add(code + " " + answer.text(UTF_8)));
            var raw = new ByteArrayOutputStream();
            server.getReceivedMessages()[0].writeTo(raw);
            assertThat(raw.toString(UTF_8)).contains(ready.bytes().text(UTF_8).strip());
            assertThat(ready.bytes().text(UTF_8)).doesNotContain("a long password");
            assertThat(said).singleElement().asString().startsWith("250 250");
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatHangsUpAfterTheLetterMayHaveTakenIt() throws IOException {
        try (var server = new SilentServer(".", "")) {
            assertThatThrownBy(() -> send(letter(server))).isInstanceOf(DeliveryUncertain.class);
        }
    }

    @Test
    void aServerThatTookTheLetterHasTakenItHoweverItParts() throws IOException {
        try (var server = new SilentServer("QUIT", "")) {
            assertThat(send(letter(server))).isEqualTo("reply-1@hub.example.org");
        }
    }

    @Test
    void withoutAConnectionNothingWasSent() throws IOException {
        int port;
        try (var server = new SilentServer("", "")) {
            port = server.port();
            assertThatThrownBy(() -> send(letter(server))).isInstanceOf(RemoteUnavailable.class);
        }
        assertThatThrownBy(() -> send(letter("127.0.0.1", port, "", "citizen@example.org")))
                .isInstanceOf(RemoteUnavailable.class);
        assertThatThrownBy(() -> send(letter("no-such-host.invalid", 25, "", "citizen@example.org")))
                .isInstanceOf(RemoteUnavailable.class);
    }

    @Test
    void aWrongPasswordIsAFaultThatPassesWhenSomebodyMendsIt() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            server.setUser("mayor@example.org", "mayor", "another password");
            server.getUserManager().setAuthRequired(true);
            assertThatThrownBy(
                            () -> send(letter("127.0.0.1", server.getSmtp().getPort(), "mayor", "citizen@example.org")))
                    .isInstanceOf(RemoteUnavailable.class)
                    .hasMessageNotContaining("password");
        } finally {
            server.stop();
        }
    }

    @Test
    void anAddressThatIsNoneIsForAPerson() throws IOException {
        try (var server = new SilentServer("", "220 here")) {
            assertThatThrownBy(() -> send(letter("127.0.0.1", server.port(), "", "not an address at all")))
                    .isInstanceOf(RemoteRejected.class)
                    .hasMessageNotContaining("not an address");
        }
    }
}
