package org.intakehub.core.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel that the hub asks again and again. What has to be told to the far end once messages are durable (that they were fetched, or
 * signed for) belongs to the beginning of the next round: the cursor, which is saved only then, says what.
 */
public interface PollingAdapter extends ChannelAdapter {
    /** The least time between two calls of a round; the hub adds up to half of it by chance. Zero unless the far end minds. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /**
     * The cursor from which a far end lists, once more, at least all that it has since the moment; for holding its list against what was
     * taken in. Empty if a round would tell the far end anything, or if it gives each message only once.
     */
    default Optional<Cursor> listedSince(Instant moment) {
        return Optional.empty();
    }

    /** The first step of a round that begins at the cursor. */
    Step start(Cursor from);

    /**
     * The step that follows an answer.
     *
     * @throws RemoteUnavailable if the far end shows a passing fault, which often hides behind status 200
     * @throws RemoteRejected if the far end will never answer this call
     */
    Step next(Answer answer);
}
