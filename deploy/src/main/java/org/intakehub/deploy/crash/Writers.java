package org.intakehub.deploy.crash;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.intakehub.simulators.LetterForm;
import org.intakehub.simulators.Letters;
import org.intakehub.simulators.MailTown;
import org.intakehub.simulators.Matters;

/** Citizens who write to the mayor, some every second, whether the hub is there or not. */
final class Writers implements AutoCloseable {
    private static final LetterForm[] FORMS = {
        LetterForm.PLAIN, LetterForm.HTML, LetterForm.GB18030, LetterForm.ATTACHMENT, LetterForm.REPLY
    };

    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final AtomicLong number = new AtomicLong();
    private final Matters matters = new Matters(6);
    private final Letters letters = new Letters(MailTown.MAYOR, Clock.systemUTC());
    private final MailTown town;
    private final Ledger ledger;
    private volatile boolean isOver;

    // The timer goes on until the tool closes it; what a turn could not do stands in the ledger.
    @SuppressWarnings("FutureReturnValueIgnored")
    Writers(MailTown town, Ledger ledger, int perSecond) {
        this.town = town;
        this.ledger = ledger;
        writer.execute(() -> write(1000L / perSecond));
    }

    private void write(long pauseMillis) {
        try {
            while (!isOver) {
                write();
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var next = number.getAndIncrement();
        var letter = letters.write(matters.of(next), FORMS[(int) (next % FORMS.length)]);
        town.deliver(letter);
        var id = letter.messageId();
        ledger.delivered(id.substring(1, id.length() - 1));
    }

    @Override
    public void close() {
        finish();
    }

    /** Ends the load; returns when the last one under way is over. */
    void finish() {
        isOver = true;
        writer.shutdown();
        try {
            writer.awaitTermination(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
