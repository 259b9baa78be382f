package org.intakehub.core.channel;

import java.util.Set;

/** A far end that can be asked for more than taking a reply; it confirms requests as it confirms replies. */
public interface RequestingAdapter extends ReplyingAdapter {
    /** What this far end takes; the hub asks for nothing else. */
    Set<FarRequest.Kind> requests();

    /**
     * What to send; the same request always gives the same.
     *
     * @throws RemoteRejected if the request lacks what this far end needs
     */
    Outgoing ask(FarRequest request);
}
