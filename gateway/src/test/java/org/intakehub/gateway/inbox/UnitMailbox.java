package org.intakehub.gateway.inbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server on loopback that takes what the hub writes to units. */
final class UnitMailbox {
    private static final GreenMail SERVER = started();

    private UnitMailbox() {}

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** What came about a case. */
    static List<MimeMessage> about(String caseNumber) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> subject(message).contains(caseNumber))
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError("a mail without a subject", e);
        }
    }
}
