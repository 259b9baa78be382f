package org.intakehub.core.channel;

/** A password, key or token of a source's settings; {@link #toString()} never tells it. */
public record Secret(String value) {
    @Override
    public String toString() {
        return value.isEmpty() ? "Secret[empty]" : "Secret[set]";
    }
}
