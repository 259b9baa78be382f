package org.intakehub.simulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTownTest {
    private final MailTown town = MailTown.start(new Secret("a test's password"));
    private final Letters letters = new Letters(MailTown.MAYOR, Clock.systemUTC());
    private final Matter matter = new Matters(1).of(3);

    @AfterEach
    void stop() {
        town.close();
    }

    @ParameterizedTest
    @EnumSource(LetterForm.class)
    void deliversEveryFormByteForByte(LetterForm form) throws IOException, MessagingException {
        var letter = letters.write(matter, form);

        town.deliver(letter);

        var received = new ByteArrayOutputStream();
        town.mayorsInbox().get(0).writeTo(received);
        assertThat(received.toString(ISO_8859_1).strip())
                .endsWith(letter.rfc822().text(ISO_8859_1).strip());
    }

    @Test
    void aReaderSeesTheSubjectInEitherCharset() throws MessagingException {
        town.deliver(letters.write(matter, LetterForm.PLAIN));
        town.deliver(letters.write(matter, LetterForm.GB18030));

        assertThat(town.mayorsInbox())
                .extracting(message -> message.getSubject())
                .containsExactly(matter.title(), matter.title());
    }

    @Test
    void aPlusAddressIsTheSameInbox() {
        var resident = matter.resident();
        assertThat(town.inboxOf(resident)).isEmpty();

        town.deliver(letters.write(matter, LetterForm.PLAIN), resident.mail().replace("@", "+token@"));

        assertThat(town.inboxOf(resident)).hasSize(1);
    }
}
