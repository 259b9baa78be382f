package org.intakehub.core.channel;

/** A channel whose messages are RFC 822 bytes in a mailbox. */
public interface MailAdapter extends ChannelAdapter {
    /** Header of a raw message that was cut at the source's largest body; its value is that size in bytes. The mailbox has it whole. */
    String CUT_AT = "intake-cut-at";

    Mailbox mailbox();
}
