package org.intakehub.gateway.demo;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.intakehub.simulators.Letter;
import org.intakehub.simulators.LetterForm;
import org.intakehub.simulators.Letters;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Matter;

/** The citizens who write: most of them once, and some again when their letter was acknowledged. */
final class Townspeople {
    private static final List<LetterForm> FORMS = List.of(
            LetterForm.PLAIN,
            LetterForm.HTML,
            LetterForm.GB18030,
            LetterForm.ATTACHMENT,
            LetterForm.REPLY,
            LetterForm.PLAIN,
            LetterForm.VACATION,
            LetterForm.HTML,
            LetterForm.DAMAGED);
    private static final int FOLLOW_UP_EVERY = 8;
    private static final int REMEMBERED = 20;

    private final MailTown town;
    private final Letters letters;
    private final Deque<Matter> waiting = new ArrayDeque<>();
    private int written;

    Townspeople(MailTown town, Clock clock) {
        this.town = town;
        this.letters = new Letters(MailTown.MAYOR, clock);
    }

    void write(Matter matter) {
        var next = ++written % FOLLOW_UP_EVERY == 0 ? followUp() : Optional.<Letter>empty();
        if (next.isPresent()) {
            town.deliver(next.get());
            return;
        }
        var form = FORMS.get(written % FORMS.size());
        town.deliver(letters.write(matter, form));
        if (form != LetterForm.VACATION && form != LetterForm.DAMAGED) {
            waiting.addLast(matter);
        }
        if (waiting.size() > REMEMBERED) {
            waiting.removeFirst();
        }
    }

    private Optional<Letter> followUp() {
        for (var matter : List.copyOf(waiting)) {
            for (var acknowledgement : town.inboxOf(matter.resident())) {
                waiting.remove(matter);
                try {
                    return Optional.of(letters.followUp(
                            matter, acknowledgement.getSubject(), acknowledgement.getHeader("Message-ID", null)));
                } catch (MessagingException e) {
                    throw new IllegalStateException("an acknowledgement cannot be read", e);
                }
            }
        }
        return Optional.empty();
    }
}
