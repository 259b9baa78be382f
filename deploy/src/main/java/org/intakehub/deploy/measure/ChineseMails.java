package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chinese mails in many charsets, with {@code manifest.json} telling what each of them says. */
final class ChineseMails {
    private final MailReader reader;
    private final Tally attachments = new Tally("attachment names");
    private final Quotes quotes;
    private final Tally automatic = new Tally("automatic mail told");

    ChineseMails(MailReader reader, Quotes quotes) {
        this.reader = reader;
        this.quotes = quotes;
    }

    /** The tallies of one part of the corpus. */
    private static final class Part {
        private final Tally parsed = new Tally("parsed");
        private final Tally subject = new Tally("subject");
        private final Tally from = new Tally("from");
        private final Tally name = new Tally("sender's name");
        private final Tally body = new Tally("body");
        private final Tally all = new Tally("all of these");

        String print(String title) {
            System.out.println(title);
            List.of(parsed, subject, from, name, body, all).forEach(System.out::println);
            return all.share();
        }
    }

    /** Shares with subject, sender and body exact: without guessing, with guessing; then attachment names. */
    List<String> measure(Path folder) throws IOException {
        var sure = new Part();
        var guessed = new Part();
        for (var entry : JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("manifest.json")))) {
            var file = entry.path("file").asString("");
            var message = reader.read(file, Files.readAllBytes(folder.resolve(file)));
            compare(entry, file, message, entry.path("needs_charset_detection").asBoolean(false) ? guessed : sure);
        }
        var shares = List.of(
                sure.print("chinese, charset told"),
                guessed.print("chinese, charset to be guessed"),
                attachments.share());
        System.out.println(attachments);
        System.out.println(automatic);
        return shares;
    }

    private void compare(JsonNode entry, String file, Optional<IntakeMessage> given, Part part) {
        part.parsed.add(file, given.isPresent());
        var right = given.isPresent();
        var citizen = given.map(IntakeMessage::citizen);
        var title = text(entry, "subject");
        if (title.isPresent()) {
            right &= part.subject.add(
                    file, title.get().equals(given.map(IntakeMessage::title).orElse("")));
        }
        right &= part.from.add(file, text(entry, "from_email").equals(citizen.flatMap(one -> one.handle())));
        right &= part.name.add(file, text(entry, "from_name").equals(citizen.flatMap(one -> one.name())));
        var body = text(entry, "body");
        if (body.isPresent()) {
            right &= part.body.add(
                    file,
                    given.filter(message -> isBody(entry, body.get(), message)).isPresent());
        }
        part.all.add(file, right);
        attachments(entry, file, given);
        text(entry, "reply_text").ifPresent(reply -> quotes.mail(file, entry, reply, given));
        automatic.add(
                file,
                entry.path("auto").asBoolean(false)
                        == given.flatMap(IntakeMessage::automaticReason).isPresent());
    }

    private static boolean isBody(JsonNode entry, String body, IntakeMessage message) {
        var loose = entry.path("body_compare").asString("").equals("ignore-all-whitespace");
        var right = loose ? Texts.sameText(body, message.text()) : Texts.exact(body, message.text());
        for (var word : entry.path("body_must_not_contain")) {
            right &= !message.text().contains(word.asString());
        }
        return right;
    }

    /** Every expected file has to be there under its exact name, with its exact bytes, and no name may be a path. */
    private void attachments(JsonNode entry, String file, Optional<IntakeMessage> given) {
        var found = new ArrayList<>(given.map(IntakeMessage::attachments).orElse(List.of()));
        for (var expected : entry.path("attachments")) {
            var match = found.stream().filter(one -> isExpected(expected, one)).findFirst();
            match.ifPresent(found::remove);
            attachments.add(file, match.isPresent());
        }
    }

    private static boolean isExpected(JsonNode expected, Attachment given) {
        if (!(given instanceof Attachment.Inline file)) {
            return false;
        }
        var right = text(expected, "filename")
                .filter(name -> !name.equals(file.name()))
                .isEmpty();
        for (var word : expected.path("filename_must_not_contain")) {
            right &= !file.name().contains(word.asString());
        }
        return right
                && text(expected, "sha256")
                        .filter(digest -> !digest.equals(file.content().sha256()))
                        .isEmpty();
    }

    static Optional<String> text(JsonNode entry, String key) {
        var value = entry.path(key);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
