package org.intakehub.core.channel;

/**
 * A platform's word on what became of something that the hub sent.
 *
 * @param about the platform's id of what was sent, as {@link ReplyingAdapter#confirm} gave it; a mail's Message-ID
 * @param reason why it failed, in words without anything of the citizen's; else empty
 */
public record DeliveryReport(String about, State state, String reason) {
    /** How far it came. */
    public enum State {
        DELIVERED,
        READ,
        FAILED
    }
}
