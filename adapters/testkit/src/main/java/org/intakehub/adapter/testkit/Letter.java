package org.intakehub.adapter.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A citizen's e-mail, written byte by byte as mail programs do. */
final class Letter {
    static final String SENDER = "citizen@example.org";

    private final Map<String, String> headers;
    private final byte[] body;

    private Letter(Map<String, String> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** A letter in UTF-8; no Message-ID if the id is empty. */
    static Letter plain(String messageId, String subject) {
        var letter = in(StandardCharsets.UTF_8, subject, subject + "，请修。").without("Message-ID");
        return messageId.isEmpty() ? letter : letter.header("Message-ID", "<" + messageId + ">");
    }

    /** A letter in one charset, whose subject is split into encoded words and whose text is base64. */
    static Letter in(Charset charset, String subject, String text) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("From", word("居民", StandardCharsets.UTF_8) + " <" + SENDER + ">");
        headers.put("To", "mailbox@city.example.org");
        headers.put("Date", "Mon, 23 Nov 2026 15:59:00 +0800");
        headers.put("Message-ID", "<letter@example.org>");
        var half = subject.length() / 2;
        headers.put(
                "Subject",
                word(subject.substring(0, half), charset) + "\r\n " + word(subject.substring(half), charset));
        headers.put("MIME-Version", "1.0");
        headers.put("Content-Type", "text/plain; charset=" + charset.name());
        headers.put("Content-Transfer-Encoding", "base64");
        return new Letter(headers, Base64.getMimeEncoder().encode(text.getBytes(charset)));
    }

    static Letter withAttachment(String name, byte[] content) {
        return multipart(
                "multipart/mixed",
                lines("Content-Type: text/plain; charset=utf-8", "", "photo"),
                lines(
                        "Content-Type: image/jpeg; name=\"" + word(name, StandardCharsets.UTF_8) + "\"",
                        "Content-Disposition: attachment; filename=\"" + word(name, StandardCharsets.UTF_8) + "\"",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Base64.getMimeEncoder().encodeToString(content)));
    }

    /** A mail server's report that a letter could not be delivered (RFC 3464). */
    static Letter report() {
        return multipart(
                "multipart/report; report-type=delivery-status",
                lines("Content-Type: text/plain; charset=utf-8", "", "not delivered"),
                lines(
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mail.example.org",
                        "",
                        "Final-Recipient: rfc822; nobody@example.org",
                        "Action: failed",
                        "Status: 5.1.1"));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Letter multipart(String type, String... parts) {
        var body = "--edge\r\n" + String.join("--edge\r\n", parts) + "--edge--\r\n";
        var letter = plain("one@example.org", "路灯不亮")
                .header("Content-Type", type + "; boundary=edge")
                .without("Content-Transfer-Encoding");
        return new Letter(letter.headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Letter header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Letter(more, body);
    }

    Letter text(String text) {
        return new Letter(headers, Base64.getMimeEncoder().encode(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        headers.forEach(
                (name, value) -> out.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private Letter without(String name) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Letter(fewer, body);
    }

    private static String word(String text, Charset charset) {
        return "=?" + charset.name() + "?B?" + Base64.getEncoder().encodeToString(text.getBytes(charset)) + "?=";
    }
}
