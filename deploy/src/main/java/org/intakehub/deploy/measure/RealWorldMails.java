package org.intakehub.deploy.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.jsoup.Jsoup;

/** Nasty mails from all over the world: {@code NAME.eml}, most with the expected parse in {@code NAME.yml}. */
final class RealWorldMails {
    private final MailReader reader;
    private final Tally parsed = new Tally("parsed");
    private final Tally subject = new Tally("subject");
    private final Tally from = new Tally("from");
    private final Tally name = new Tally("sender's name");
    private final Tally both = new Tally("from and subject");
    private final Tally body = new Tally("body, word by word");
    private final Tally attachments = new Tally("attachment names");

    RealWorldMails(MailReader reader) {
        this.reader = reader;
    }

    /** Share with from and subject exact. */
    String measure(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".eml")).sorted().forEach(this::mail);
        }
        System.out.println("real-world");
        List.of(parsed, subject, from, name, both, body, attachments).forEach(System.out::println);
        return both.share();
    }

    private void mail(Path file) {
        try {
            var base = String.valueOf(file.getFileName()).replace(".eml", "");
            var message = reader.read(base, Files.readAllBytes(file));
            parsed.add(base, message.isPresent());
            var expectation = file.resolveSibling(base + ".yml");
            if (Files.exists(expectation)) {
                compare(base, Expectation.of(Files.readString(expectation, StandardCharsets.UTF_8)), message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(String base, Map<String, Object> expected, Optional<IntakeMessage> given) {
        var title = given.map(IntakeMessage::title).orElse("");
        var subjectRight = text(expected, "subject").map(value -> Texts.sameLine(value, title) && given.isPresent());
        subjectRight.ifPresent(right -> subject.add(base, right));
        var sender = given.flatMap(message -> message.citizen().handle()).orElse("");
        var fromRight = text(expected, "from_email").map(sender::equals);
        fromRight.ifPresent(right -> from.add(base, right));
        both.add(base, subjectRight.orElse(true) && fromRight.orElse(true) && given.isPresent());
        var shown = given.flatMap(message -> message.citizen().name()).orElse("");
        text(expected, "from_display_name").ifPresent(value -> name.add(base, Texts.sameLine(value, shown)));
        text(expected, "body")
                .filter(value -> !value.equals("no visible content"))
                .ifPresent(value -> body.add(
                        base, given.filter(message -> holds(message, value)).isPresent()));
        attachments(base, expected, given);
    }

    /** The fixtures hold cleaned HTML, cut nothing off and name links differently: the words have to be there, in order. */
    private static boolean holds(IntakeMessage message, String expected) {
        var whole = message.text() + "\n" + message.foldedText();
        return expected.contains("<")
                ? Texts.wordsInOrder(Jsoup.parse(expected).wholeText(), whole)
                        || Texts.wordsInOrder(
                                Jsoup.parse(expected.replace("<", " <")).wholeText(), whole)
                : Texts.wordsInOrder(expected, whole);
    }

    private void attachments(String base, Map<String, Object> expected, Optional<IntakeMessage> given) {
        if (!(expected.get("attachments") instanceof List<?> list)) {
            return;
        }
        var names = list.stream()
                .filter(one -> one instanceof Map<?, ?> map && !isMadeUp(map))
                .map(one -> String.valueOf(((Map<?, ?>) one).get("filename")))
                .sorted()
                .toList();
        var found = given.stream()
                .flatMap(message -> message.attachments().stream())
                .map(Attachment::name)
                .sorted()
                .toList();
        attachments.add(base, found.containsAll(names));
    }

    /** The fixtures' parser also lists the HTML it read, and names what has no name. */
    private static boolean isMadeUp(Map<?, ?> attachment) {
        var preferences = attachment.get("preferences");
        var name = String.valueOf(attachment.get("filename"));
        return name.equals("message.html")
                || name.equals("file")
                || name.equals("null")
                || name.endsWith(".eml")
                || (preferences instanceof Map<?, ?> map && map.containsKey("content-alternative"));
    }

    private static Optional<String> text(Map<String, Object> expected, String key) {
        return Optional.ofNullable(expected.get(key)).map(String::valueOf);
    }
}
