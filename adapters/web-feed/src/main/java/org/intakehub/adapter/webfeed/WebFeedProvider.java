package org.intakehub.adapter.webfeed;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapters of this channel. */
public final class WebFeedProvider implements ChannelProvider<WebFeedSettings> {
    @Override
    public ChannelId channel() {
        return WebFeed.CHANNEL;
    }

    @Override
    public Class<WebFeedSettings> settings() {
        return WebFeedSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, WebFeedSettings settings) {
        return new WebFeed(source, settings);
    }
}
