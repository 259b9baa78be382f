package org.intakehub.deploy.xss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.intakehub.core.channel.Payload;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.gateway.demo.Speakers;
import org.intakehub.simulators.FarEnds;
import org.intakehub.simulators.Letter;
import org.intakehub.simulators.LetterForm;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Matter;
import org.intakehub.simulators.PartnerPlatform;
import org.intakehub.simulators.Pushes;
import org.intakehub.simulators.Resident;

/** Citizens who write one hostile text into every field that a channel has for them. */
final class HostileTown {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final String CATEGORY = "0302";
    private static final int LONGEST_WORD = 40;
    /** In the schema of a partner's message. */
    private static final int LONGEST_PHONE = 60;

    private final PartnerPlatform partner;
    private final Pushes pushes;
    private final MailTown mails;
    private final List<Speakers.Speaker> speakers;

    HostileTown(HubSetup setup, FarEnds ends, MailTown mails, Clock clock) {
        var channels = URI.create("http://127.0.0.1:" + setup.port() + "/channels/");
        this.partner = new PartnerPlatform(channels.resolve(HubSetup.PARTNER + "/webhook"), setup.secret(), clock);
        this.pushes = new Pushes(clock);
        this.mails = mails;
        this.speakers = new Speakers(channels, ends, clock).all();
    }

    /** The same text as title, text, place, name and telephone, as far as a telephone number may be long. */
    static Matter matter(String payload, int number) {
        return new Matter(
                CATEGORY,
                payload,
                "第 " + number + " 件：" + payload,
                payload,
                new Resident(
                        payload,
                        "citizen" + number + "@example.org",
                        payload.substring(0, Math.min(LONGEST_PHONE, payload.length()))));
    }

    /** A number for the push's text that is read back, see {@link #EXACT}. */
    static final String EXACT = "exact-";

    /** Says it on every channel; gives how many messages that were. */
    int say(String payload, int number) throws IOException, InterruptedException {
        var matter = matter(payload, number);
        partner.push(pushes.plain(EXACT + number, matter));
        partner.push(pushes.event("event-" + number, matter));
        partner.push(pushes.broken("broken-" + number, matter));
        mails.deliver(letter(matter, number, "plain", 0));
        mails.deliver(letter(matter, number, "html", 1));
        for (var speaker : speakers) {
            speaker.say(matter, number);
        }
        return 5 + speakers.size();
    }

    /** With the text in the sender's name, the subject, the body, and the name of a file. */
    private static Letter letter(Matter matter, int number, String subtype, int variant) {
        var from = "citizen" + number + "@example.org";
        var id = "<hostile-" + number + "-" + variant + "@example.org>";
        var mail = "From: " + words(matter.resident().name()) + " <" + from + ">\r\nTo: " + MailTown.MAYOR
                + "\r\nSubject: " + words(matter.title()) + "\r\nMessage-ID: " + id
                + "\r\nDate: Mon, 23 Nov 2026 08:00:00 +0800\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"part\"\r\n\r\n--part\r\nContent-Type: text/" + subtype
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines(matter.text())
                + "\r\n--part\r\nContent-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment; filename=\""
                + words(matter.title() + ".html") + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + lines(matter.title()) + "\r\n--part--\r\n";
        return new Letter(from, id, LetterForm.PLAIN, Payload.of(mail, UTF_8));
    }

    private static String lines(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** Encoded words, each of whole characters. */
    private static String words(String text) {
        var encoded = new StringBuilder();
        for (var from = 0; from < text.length(); ) {
            var to = Math.min(text.length(), from + LONGEST_WORD / 3);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            encoded.append(encoded.isEmpty() ? "" : "\r\n ")
                    .append("=?utf-8?B?")
                    .append(BASE64.encodeToString(text.substring(from, to).getBytes(UTF_8)))
                    .append("?=");
            from = to;
        }
        return encoded.toString();
    }
}
