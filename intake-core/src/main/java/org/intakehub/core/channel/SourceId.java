package org.intakehub.core.channel;

/** Name of one configured far end of a channel, such as one partner or one mailbox: lower case words joined by hyphens. */
public record SourceId(String value) {
    public SourceId {
        if (value.length() > 64 || !ChannelId.KEBAB.matcher(value).matches()) {
            throw new IllegalArgumentException("a source's name is lower case words joined by hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
