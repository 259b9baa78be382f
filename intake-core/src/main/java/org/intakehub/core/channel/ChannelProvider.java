package org.intakehub.core.channel;

/**
 * Makes a channel's adapters; found through {@link java.util.ServiceLoader}, so a new folder needs no line elsewhere.
 *
 * @param <S> the channel's settings: a record whose constructor refuses what cannot work, in a sentence that names the setting
 */
public interface ChannelProvider<S extends Record> {
    ChannelId channel();

    Class<S> settings();

    ChannelAdapter adapter(SourceId source, S settings);
}
