package org.intakehub.core.channel;

/** What is known of the origin of a raw message. */
public enum SignatureStatus {
    /** The sender proved who it is: by a signature over the very bytes, or by a secret that only it knows. */
    VERIFIED,
    /** The bytes are unsigned, but came over a connection that the hub itself opened and authenticated. */
    FETCHED,
    /** A person of the staff brought the message in. */
    ENTERED,
    /** Anybody may have sent it: it was typed into a page that is open to the world. */
    OPEN
}
