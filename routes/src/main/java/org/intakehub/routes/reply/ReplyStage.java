package org.intakehub.routes.reply;

import java.time.Clock;
import java.util.List;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.poll.HttpCalls;
import org.intakehub.routes.reply.Replies.Sending;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Stage;

/** Sends one reply, once: a doubt about whether it went out is a person's to settle, never a second sending. */
public final class ReplyStage implements Stage {
    private final Replies replies;
    private final MailSender mail;
    private final HttpCalls http;
    private final Clock clock;

    public ReplyStage(Replies replies, MailSender mail, HttpCalls http, Clock clock) {
        this.replies = replies;
        this.mail = mail;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var id = delivery.id();
        replies.begin(id).ifPresent(sending -> send(id, sending));
        return List.of();
    }

    private void send(String id, Sending sending) {
        try {
            replies.sent(id, platformId(sending));
        } catch (RemoteUnavailable e) {
            replies.notSent(id, e.getMessage());
            throw e;
        } catch (RemoteRejected e) {
            replies.refused(id, e.getMessage());
        } catch (DeliveryUncertain e) {
            replies.uncertain(id, e.getMessage());
        }
    }

    private String platformId(Sending sending) {
        if (sending.outgoing() instanceof Outgoing.ByMail letter) {
            return mail.send(letter);
        }
        var call = ((Outgoing.ByCall) sending.outgoing()).call();
        return sending.adapter().confirm(http.make(new Step.Ask(call, Cursor.START, ""), clock.instant()));
    }
}
