package org.intakehub.adapter.open311;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapters of this channel. */
public final class Open311Provider implements ChannelProvider<Open311Settings> {
    @Override
    public ChannelId channel() {
        return Open311.CHANNEL;
    }

    @Override
    public Class<Open311Settings> settings() {
        return Open311Settings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, Open311Settings settings) {
        return new Open311(settings);
    }
}
