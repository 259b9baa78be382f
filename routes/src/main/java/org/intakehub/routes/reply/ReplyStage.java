package org.intakehub.routes.reply;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.reply.Replies.Sending;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Stage;

/** Sends one reply, once: a doubt about whether it went out is a person's to settle, never a second sending. */
public final class ReplyStage implements Stage {
    private final Replies replies;
    private final MailSender mail;
    private final AdapterCalls calls;

    public ReplyStage(Replies replies, MailSender mail, AdapterCalls calls) {
        this.replies = replies;
        this.mail = mail;
        this.calls = calls;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var id = delivery.id();
        replies.begin(id).ifPresent(sending -> {
            if (sending.outgoing() instanceof Outgoing.ByHand task) {
                replies.byHand(id, task.instruction());
            } else {
                send(id, sending);
            }
        });
        return List.of();
    }

    private void send(String id, Sending sending) {
        try {
            replies.sent(id, platformId(sending));
        } catch (RemoteUnavailable e) {
            replies.notSent(id, String.valueOf(e.getMessage()));
            throw e;
        } catch (RemoteRejected e) {
            replies.refused(id, String.valueOf(e.getMessage()));
        } catch (DeliveryUncertain e) {
            replies.uncertain(id, String.valueOf(e.getMessage()));
        }
    }

    private String platformId(Sending sending) {
        if (sending.outgoing() instanceof Outgoing.ByMail letter) {
            return mail.send(letter);
        }
        var call = ((Outgoing.ByCall) sending.outgoing()).call();
        return sending.adapter().confirm(answer(sending, new Step.Ask(call, Cursor.START, "")));
    }

    private Answer answer(Sending sending, Step.Ask ask) {
        try {
            return calls.make(sending.source(), sending.adapter(), ask);
        } catch (RemoteUnavailable e) {
            if (neverLeft(e)) {
                throw e;
            }
            throw new DeliveryUncertain(String.valueOf(e.getMessage()), e);
        }
    }

    /** Without a connection nothing was sent; after that, an answer that does not come proves nothing. */
    private static boolean neverLeft(RemoteUnavailable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }
}
