package org.intakehub.routes.reply;

import java.util.List;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.routes.reply.Replies.Sending;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Stage;

/** Sends one reply, once: a doubt about whether it went out is a person's to settle, never a second sending. */
public final class ReplyStage implements Stage {
    private final Replies replies;
    private final Courier courier;

    public ReplyStage(Replies replies, Courier courier) {
        this.replies = replies;
        this.courier = courier;
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
            var platformId = courier.send(
                    sending.source(), sending.adapter(), sending.outgoing(), proof(id), sending.adapter()::confirm);
            replies.sent(id, platformId);
        } catch (RemoteUnavailable e) {
            replies.notSent(id, String.valueOf(e.getMessage()));
            throw e;
        } catch (RemoteRejected e) {
            replies.refused(id, String.valueOf(e.getMessage()));
        } catch (DeliveryUncertain e) {
            replies.uncertain(id, String.valueOf(e.getMessage()));
        }
    }

    private Courier.Proof proof(String id) {
        return new Courier.Proof() {
            @Override
            public void leaving(Payload outgoing) {
                replies.leaving(id, outgoing);
            }

            @Override
            public void answered(int status, Payload answer) {
                replies.answered(id, status, answer);
            }
        };
    }
}
