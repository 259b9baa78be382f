package org.intakehub.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Payload;
import org.intakehub.simulators.Letter;
import org.intakehub.simulators.LetterForm;

/** Letters as citizens' mail programs write them, byte for byte. */
final class Penned {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BOUNDARY = "=_acceptance_1";

    private Penned() {}

    /** Headers and text in GB18030, and a file under a Chinese name. */
    static Letter withFile(String from, String mailbox, Plea plea, byte[] file) {
        var part = "--" + BOUNDARY + "\r\n";
        var body = "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n" + part
                + text(plea.text())
                + part + "Content-Type: image/png; name=\"" + word("现场照片.png")
                + "\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\""
                + word("现场照片.png") + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file) + "\r\n--" + BOUNDARY + "--\r\n";
        return letter(from, mailbox, plea.title(), Map.of(), body);
    }

    /** A plain letter; more headers may say what it answers. */
    static Letter plain(String from, String mailbox, String subject, String text, Map<String, String> more) {
        return letter(from, mailbox, subject, more, text(text));
    }

    private static Letter letter(String from, String mailbox, String subject, Map<String, String> more, String body) {
        var id = "<" + UUID.randomUUID() + "@mail.example.org>";
        var head = "From: " + word("验收市民") + " <" + from + ">\r\nTo: <" + mailbox + ">\r\nSubject: " + word(subject)
                + "\r\nDate: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.ofHours(8)))
                + "\r\nMIME-Version: 1.0\r\nMessage-ID: " + id + "\r\n"
                + more.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining());
        return new Letter(from, id, LetterForm.GB18030, Payload.of(head + body, US_ASCII));
    }

    private static String text(String text) {
        return "Content-Type: text/plain; charset=gb18030\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(GB18030)) + "\r\n";
    }

    private static String word(String text) {
        return text.codePoints().allMatch(point -> point < 128)
                ? text
                : "=?gb18030?B?" + Base64.getEncoder().encodeToString(text.getBytes(GB18030)) + "?=";
    }
}
