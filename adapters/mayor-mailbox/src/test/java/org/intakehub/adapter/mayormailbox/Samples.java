package org.intakehub.adapter.mayormailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** Settings that work, and mails read with them. */
final class Samples {
    static final SourceId SOURCE = new SourceId("city-mail");

    private Samples() {}

    static MayorMailboxSettings settings() {
        return new MayorMailboxSettings(
                "imap.city.example",
                null,
                null,
                "mayor",
                new Secret("imap-password"),
                null,
                Duration.ofMinutes(2),
                null,
                "mayor@city.example",
                true,
                new MayorMailboxSettings.Smtp("smtp.city.example", null, null, "mayor", new Secret("smtp-password")),
                null);
    }

    static IntakeMessage read(String file) {
        try {
            return read(Files.readAllBytes(Path.of("src/test/resources/samples", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IntakeMessage read(byte[] mail) {
        var raw = new RawMessage(
                MayorMailbox.CHANNEL, SOURCE, "1", Instant.EPOCH, Map.of(), Payload.of(mail), SignatureStatus.FETCHED);
        return new MayorMailboxProvider()
                .adapter(SOURCE, settings())
                .normalise(raw)
                .get(0);
    }

    /** A mail of that content, its line breaks made right. */
    static IntakeMessage mail(String text) {
        return read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static String content(Attachment attachment) {
        return ((Attachment.Inline) attachment).content().text(StandardCharsets.UTF_8);
    }
}
