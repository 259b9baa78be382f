package org.intakehub.core.channel;

import java.util.regex.Pattern;

/** Name of a kind of channel, the same as its folder: lower case, words joined by hyphens, 64 characters at most. */
public record ChannelId(String value) {
    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ChannelId {
        if (value.length() > 64 || !KEBAB.matcher(value).matches()) {
            throw new IllegalArgumentException("a channel's name is lower case words joined by hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
