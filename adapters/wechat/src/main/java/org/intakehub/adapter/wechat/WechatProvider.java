package org.intakehub.adapter.wechat;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapters of this channel. */
public final class WechatProvider implements ChannelProvider<WechatSettings> {
    @Override
    public ChannelId channel() {
        return Wechat.CHANNEL;
    }

    @Override
    public Class<WechatSettings> settings() {
        return WechatSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, WechatSettings settings) {
        return new Wechat(settings);
    }
}
