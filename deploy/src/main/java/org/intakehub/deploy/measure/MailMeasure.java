package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures the mailbox adapter with corpora of mails; see {@code deploy/measure/mail}. */
public final class MailMeasure {
    private MailMeasure() {}

    /**
     * Prints the figures.
     *
     * @param args the folder with the corpora
     */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        try (var reader = new MailReader()) {
            var realWorld = new RealWorldMails(reader).measure(folder.resolve("real-world"));
            var quotes = new Quotes();
            var chinese = new ChineseMails(reader, quotes).measure(folder.resolve("chinese"));
            quotes.measure(reader, folder.resolve("chinese-quotes.json"));
            quotes.print();
            broken(reader, folder.resolve("must-not-crash"));
            System.out.printf(
                    Locale.ROOT,
                    "%d mails read, %d refused, %.1f ms per mail%n",
                    reader.read(),
                    reader.refused(),
                    reader.millisecondsPerMail());
            System.out.printf(
                    "real_world=%s chinese=%s chinese_guessed=%s attachment_names=%s quotes=%s lost=%s crashed=%d%n",
                    realWorld,
                    chinese.get(0),
                    chinese.get(1),
                    chinese.get(2),
                    quotes.share(),
                    quotes.lost(),
                    reader.crashed());
        }
    }

    private static void broken(MailReader reader, Path folder) throws IOException {
        var parsed = new Tally("parsed");
        try (var files = Files.list(folder)) {
            List<Path> mails = files.sorted().toList();
            for (var mail : mails) {
                var name = String.valueOf(mail.getFileName());
                parsed.add(name, reader.read(name, Files.readAllBytes(mail)).isPresent());
            }
        }
        System.out.println("must-not-crash\n" + parsed);
    }
}
