package org.intakehub.core.channel;

/** Who may see the citizen behind a case; a platform's unknown flag maps to {@link #ON_REQUEST}. */
public enum Confidentiality {
    /** The citizen agreed to publication. */
    PUBLIC,
    NORMAL,
    /** The citizen asked for secrecy (GB/T 33358). */
    ON_REQUEST,
    /** Neither matter nor identity may reach the accused unit. */
    WHISTLEBLOWER,
    SENSITIVE;

    /** The stricter of the two. */
    public Confidentiality or(Confidentiality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
