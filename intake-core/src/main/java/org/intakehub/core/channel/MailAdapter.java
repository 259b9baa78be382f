package org.intakehub.core.channel;

/** A channel whose messages are RFC 822 bytes in a mailbox. */
public interface MailAdapter extends ChannelAdapter {
    Mailbox mailbox();
}
