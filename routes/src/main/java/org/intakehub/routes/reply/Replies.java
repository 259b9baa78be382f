package org.intakehub.routes.reply;

import java.util.Optional;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.SourceId;

/** The state of each answer to a citizen; every call commits before it returns. */
public interface Replies {
    /**
     * Marks the reply as on its way. Empty if there is nothing to send: it was sent, it was given up, or a crash left it between
     * "on its way" and "sent", in which case it is marked uncertain for a person rather than sent twice.
     */
    Optional<Sending> begin(String replyId);

    /**
     * Keeps what is about to leave, append-only.
     *
     * @param outgoing without what proves who the hub is
     */
    void leaving(String replyId, Payload outgoing);

    /**
     * Keeps what the far end said, append-only, whatever it means.
     *
     * @param status of HTTP or SMTP; 0 if there was none
     */
    void answered(String replyId, int status, Payload answer);

    /**
     * It was certainly sent.
     *
     * @param platformId the far end's id of what was sent
     */
    void sent(String replyId, String platformId);

    /** It was certainly not sent, and the next try may work. */
    void notSent(String replyId, String reason);

    /** The platform has no way for machines: it waits as a task for a person. */
    void byHand(String replyId, String instruction);

    /** It was certainly not sent, and never will be: a person has to look. */
    void refused(String replyId, String reason);

    /** Nobody can tell whether it was sent: a person has to look. */
    void uncertain(String replyId, String reason);

    /** What to send, and the adapter that reads the answer. */
    record Sending(SourceId source, Outgoing outgoing, ReplyingAdapter adapter) {}
}
