package org.intakehub.core.channel;

import java.time.Instant;

/** A channel whose calls bear a signature over their time and content, or are sealed, which only the moment of sending can do. */
public interface SigningAdapter extends ChannelAdapter {
    /**
     * The call as it leaves at that moment. The hub signs every call of polling, reply and media anew before it makes it, also one that it
     * repeats; a token is put in before.
     */
    Call sign(Call call, Instant at);
}
