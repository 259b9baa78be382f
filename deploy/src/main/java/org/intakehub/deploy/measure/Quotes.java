package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.IntakeMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replies with quoted history: the reply has to stay, the history to be folded away. */
final class Quotes {
    private final Tally right = new Tally("reply cut right");
    private final Tally exact = new Tally("reply exact");
    private final Tally kept = new Tally("nothing of it lost");

    /** Bodies in {@code chinese-quotes.json}, each put into a mail of its own. */
    void measure(MailReader reader, Path file) throws IOException {
        for (var entry : JsonMapper.shared().readTree(Files.readAllBytes(file))) {
            var id = entry.path("id").asString("");
            var message = reader.read(id, mail(entry));
            var text = message.map(IntakeMessage::text).orElse("");
            var expected = ChineseMails.text(entry, "expected_reply");
            var all = expected.filter(reply -> !Texts.contains(text, reply)).isEmpty();
            for (var word : entry.path("must_contain")) {
                all &= Texts.contains(text, word.asString());
            }
            var cut = expected.filter(reply -> !Texts.sameText(reply, text)).isEmpty();
            expected.ifPresent(reply -> exact.add(id, Texts.sameText(reply, text)));
            for (var word : entry.path("must_not_contain")) {
                cut &= !Texts.contains(text, word.asString());
            }
            add(id, all, cut);
        }
    }

    /** A whole mail whose reply and a piece of whose history are known. */
    void mail(String file, JsonNode entry, String reply, Optional<IntakeMessage> given) {
        var text = given.map(IntakeMessage::text).orElse("");
        var all = Texts.contains(text, reply);
        exact.add(file, Texts.sameText(reply, text));
        add(
                file,
                all,
                ChineseMails.text(entry, "quoted_probe")
                        .filter(probe -> Texts.contains(text, probe))
                        .isEmpty());
    }

    private void add(String id, boolean all, boolean cut) {
        kept.add(id, all);
        right.add(id, all && cut);
    }

    void print() {
        System.out.println("quotes");
        List.of(right, exact, kept).forEach(System.out::println);
    }

    String share() {
        return right.share();
    }

    String lost() {
        return kept.wrongShare();
    }

    private static byte[] mail(JsonNode entry) {
        var head = "From: citizen@mail.invalid\r\nSubject: Re: reply\r\nMessage-ID: <quote@mail.invalid>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/"
                + entry.path("kind").asString("plain")
                + "; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        return (head + entry.path("text").asString("")).getBytes(StandardCharsets.UTF_8);
    }
}
