package org.intakehub.adapter.mayormailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Optional;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.DeliveryReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStatusTest {
    private static final String ORIGINAL =
            "Content-Type: text/rfc822-headers\r\n\r\nFrom: mayor@example.org\r\nMessage-ID: <reply-7@example.org>\r\n";

    private static Optional<DeliveryReport> report(String type, String status, String original) {
        var mail = "From: MAILER-DAEMON@example.org\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=x; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
                + "--b\r\nContent-Type: " + type + "\r\n\r\n" + status + "\r\n--b\r\n" + original + "\r\n--b--\r\n";
        return DeliveryStatus.report(
                new MimeReader(Limits.DEFAULT, new LinkedHashSet<>()).read(Slice.of(mail.getBytes(UTF_8))));
    }

    @ParameterizedTest
    @CsvSource({"failed,FAILED", "Delivered,DELIVERED", "relayed,DELIVERED"})
    void aServerTellsWhatBecameOfALetter(String action, State state) {
        var report = report(
                "message/delivery-status",
                "Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; citizen@example.org\r\nAction: "
                        + action + "\r\nStatus: 5.1.1\r\n",
                ORIGINAL);
        assertThat(report.map(DeliveryReport::about)).contains("reply-7@example.org");
        assertThat(report.map(DeliveryReport::state)).contains(state);
        assertThat(report.map(DeliveryReport::reason).orElseThrow()).doesNotContain("citizen");
    }

    @Test
    void aBounceSaysItsStatus() {
        var report = report("message/delivery-status", "Action: failed\r\nStatus: 5.1.1\r\n", ORIGINAL);
        assertThat(report.map(DeliveryReport::reason)).contains("the letter came back with status 5.1.1");
    }

    @Test
    void theWholeLetterMayComeBackToo() {
        var report = report(
                "message/delivery-status",
                "Action: failed\r\nStatus: 5.2.2\r\n",
                "Content-Type: message/rfc822\r\n\r\nMessage-ID: <reply-8@example.org>\r\nSubject: Re: x\r\n\r\ntext\r\n");
        assertThat(report.map(DeliveryReport::about)).contains("reply-8@example.org");
    }

    @Test
    void aProgramTellsThatTheLetterWasShown() {
        var report = report(
                "message/disposition-notification",
                "Original-Message-ID: <reply-9@example.org>\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n",
                "Content-Type: text/plain\r\n\r\n");
        assertThat(report).contains(new DeliveryReport("reply-9@example.org", State.READ, ""));
    }

    @Test
    void aDelayAndALetterThatIsNotNamedTellNothing() {
        assertThat(report("message/delivery-status", "Action: delayed\r\nStatus: 4.4.1\r\n", ORIGINAL))
                .isEmpty();
        assertThat(report("message/delivery-status", "Action: failed\r\n", "Content-Type: text/plain\r\n\r\n"))
                .isEmpty();
    }
}
