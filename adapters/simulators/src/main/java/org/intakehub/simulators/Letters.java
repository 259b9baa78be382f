package org.intakehub.simulators;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.intakehub.core.channel.Payload;

/** Writes matters as RFC 822 mails, byte for byte in the forms that mail programs send. */
public final class Letters {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder();
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BOUNDARY = "----=_Part_7f3a";
    private static final String TEXT = "text/plain; charset=utf-8";
    /** A PNG of one pixel. */
    private static final String PHOTO =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final String mailbox;
    private final Clock clock;

    /** @param mailbox address that the letters go to */
    public Letters(String mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** A letter in that form; every call makes a new Message-ID. */
    public Letter write(Matter matter, LetterForm form) {
        var text = "市长您好：\n\n" + matter.text() + "\n\n" + matter.resident().name() + "\n电话："
                + matter.resident().phone() + "\n";
        return switch (form) {
            case PLAIN -> letter(matter, form, head(matter, matter.title(), UTF_8) + body(TEXT, text, UTF_8));
            case HTML -> letter(matter, form, head(matter, matter.title(), UTF_8) + html(text));
            case GB18030 ->
                letter(
                        matter,
                        form,
                        head(matter, matter.title(), GB18030) + body("text/plain; charset=gb18030", text, GB18030));
            case ATTACHMENT -> letter(matter, form, head(matter, matter.title(), UTF_8) + withPhoto(text));
            case REPLY ->
                letter(
                        matter,
                        form,
                        head(matter, "Re: " + matter.title(), UTF_8)
                                + body(TEXT, quoting(text, "您的来信收悉，请补充说明具体位置。"), UTF_8));
            case VACATION ->
                letter(
                        matter,
                        form,
                        "Auto-Submitted: auto-replied\r\n" + head(matter, "自动回复: 您好", UTF_8)
                                + body(TEXT, "我正在休假，十二月一日以后回复邮件。\n", UTF_8));
            case DAMAGED -> letter(matter, form, head(matter, matter.title(), UTF_8) + damaged(text));
        };
    }

    /** What the citizen adds when an acknowledgement has come: in its thread, above its text. */
    public Letter followUp(Matter matter, String subject, String messageId) {
        return letter(
                matter,
                LetterForm.REPLY,
                "In-Reply-To: " + messageId + "\r\nReferences: " + messageId + "\r\n"
                        + head(matter, subject.startsWith("Re: ") ? subject : "Re: " + subject, UTF_8)
                        + body(TEXT, quoting("补充一点：今天又去看了，情况还是一样，没有人来处理。\n", "您的来信已经收到。"), UTF_8));
    }

    private Letter letter(Matter matter, LetterForm form, String wire) {
        var id = "<" + UUID.randomUUID() + "@mail.example.org>";
        return new Letter(
                matter.resident().mail(), id, form, Payload.of("Message-ID: " + id + "\r\n" + wire, US_ASCII));
    }

    private String head(Matter matter, String subject, Charset charset) {
        return "From: " + encoded(matter.resident().name(), charset) + " <"
                + matter.resident().mail() + ">\r\nTo: " + encoded("市长信箱", charset) + " <" + mailbox + ">\r\nSubject: "
                + encoded(subject, charset) + "\r\nDate: "
                + DATE.format(clock.instant().atZone(ZONE))
                + "\r\nMIME-Version: 1.0\r\n";
    }

    /** Encoded words of at most 75 characters that end at a character's end (RFC 2047, 2 and 5). */
    private static String encoded(String text, Charset charset) {
        var words = new StringBuilder();
        var points = text.codePoints().toArray();
        for (var i = 0; i < points.length; i += 10) {
            var part = new String(points, i, Math.min(10, points.length - i));
            words.append(i == 0 ? "" : "\r\n ")
                    .append("=?")
                    .append(charset.name())
                    .append("?B?")
                    .append(Base64.getEncoder().encodeToString(part.getBytes(charset)))
                    .append("?=");
        }
        return words.toString();
    }

    private static String body(String type, String text, Charset charset) {
        return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + LINES.encodeToString(text.replace("\n", "\r\n").getBytes(charset)) + "\r\n";
    }

    private static String multipart(String kind, String... parts) {
        return "Content-Type: multipart/" + kind + "; boundary=\"" + BOUNDARY + "\"\r\n\r\n--" + BOUNDARY + "\r\n"
                + String.join("--" + BOUNDARY + "\r\n", parts) + "--" + BOUNDARY + "--\r\n";
    }

    private static String html(String text) {
        var page = "<html><body><p>" + text.strip().replace("\n", "<br>") + "</p></body></html>";
        return multipart("alternative", body(TEXT, text, UTF_8), body("text/html; charset=utf-8", page, UTF_8));
    }

    private static String withPhoto(String text) {
        var photo =
                "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n"
                        + " filename*=UTF-8''%E7%8E%B0%E5%9C%BA%E7%85%A7%E7%89%87.png\r\n\r\n" + PHOTO + "\r\n";
        return multipart("mixed", body(TEXT, text, UTF_8), photo);
    }

    private static String quoting(String text, String quoted) {
        return text + "\n在 2026年11月20日，市长信箱 <mayor@city.example.org> 写道：\n> " + quoted + "\n";
    }

    private static String damaged(String text) {
        var whole = body("text/plain; charset=x-no-such-charset", text, UTF_8);
        return "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n--" + BOUNDARY + "\r\n"
                + whole.substring(0, whole.length() - 7) + "?!";
    }
}
