package org.intakehub.routes.reply;

import java.util.List;
import org.intakehub.core.channel.Outgoing.ByMail;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Stage;

/** Sends one letter to a unit, once: a doubt about whether it went out is a person's to settle. */
public final class LetterStage implements Stage {
    private final Letters letters;
    private final MailSender mail;

    public LetterStage(Letters letters, MailSender mail) {
        this.letters = letters;
        this.mail = mail;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var id = delivery.id();
        letters.begin(id).ifPresent(letter -> send(id, letter));
        return List.of();
    }

    private void send(String id, ByMail letter) {
        try {
            mail.send(mail.prepare(letter), (status, answer) -> {});
            letters.sent(id);
        } catch (RemoteUnavailable e) {
            letters.notSent(id, String.valueOf(e.getMessage()));
            throw e;
        } catch (RemoteRejected e) {
            letters.refused(id, String.valueOf(e.getMessage()));
        } catch (DeliveryUncertain e) {
            letters.uncertain(id, String.valueOf(e.getMessage()));
        }
    }
}
