package org.intakehub.core.channel;

/** How far a source has been read, in the adapter's own notation; saved only after what was found is durable. */
public record Cursor(String value) {
    /** Nothing has been read yet. */
    public static final Cursor START = new Cursor("");
}
