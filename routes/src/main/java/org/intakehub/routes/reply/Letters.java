package org.intakehub.routes.reply;

import java.util.Optional;
import org.intakehub.core.channel.Outgoing.ByMail;

/** The state of each letter to a unit; the same rules as for answers to citizens, and every call commits before it returns. */
public interface Letters {
    /**
     * Marks the letter as on its way. Empty if there is nothing to send: it was sent, it was given up, or a crash left it between "on its
     * way" and "sent", in which case it is marked uncertain for a person rather than sent twice.
     */
    Optional<ByMail> begin(String id);

    /** It was certainly sent. */
    void sent(String id);

    /** It was certainly not sent, and the next try may work. */
    void notSent(String id, String reason);

    /** It was certainly not sent, and never will be: a person has to look. */
    void refused(String id, String reason);

    /** Nobody can tell whether it was sent: a person has to look. */
    void uncertain(String id, String reason);
}
