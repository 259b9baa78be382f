package org.intakehub.adapter.weibo;

import java.time.Clock;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes one adapter for each Weibo account of the city. */
public final class WeiboProvider implements ChannelProvider<WeiboSettings> {
    @Override
    public ChannelId channel() {
        return Weibo.CHANNEL;
    }

    @Override
    public Class<WeiboSettings> settings() {
        return WeiboSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, WeiboSettings settings) {
        return new Weibo(source, settings, Clock.systemUTC());
    }
}
