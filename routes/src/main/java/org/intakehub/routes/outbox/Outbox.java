package org.intakehub.routes.outbox;

import java.util.function.Consumer;
import org.intakehub.routes.stage.Hop;

/** Hops that were committed with a change and still have to be sent. */
@FunctionalInterface
public interface Outbox {
    /**
     * Sends some of the oldest hops and forgets them once they are sent; a crash in between sends them again.
     *
     * @return how many were sent
     */
    int relay(Consumer<Hop> sender);
}
