package org.intakehub.core.channel;

/**
 * A channel whose messages are typed into a page of the hub itself. The entry becomes bytes that {@link #normalise} reads again, so that
 * it takes the same road as everything that a far end sends.
 */
public interface FormAdapter extends ChannelAdapter {
    /** The bytes that are kept of an entry; the same entry always gives the same. */
    Payload write(FormEntry entry);

    /** Whose form it is, in capitals: the page has a title by this name. */
    String desk();
}
