package org.intakehub.adapter.standardwebhook;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes one adapter for each partner that pushes. */
public final class StandardWebhookProvider implements ChannelProvider<StandardWebhookSettings> {
    @Override
    public ChannelId channel() {
        return StandardWebhook.CHANNEL;
    }

    @Override
    public Class<StandardWebhookSettings> settings() {
        return StandardWebhookSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, StandardWebhookSettings settings) {
        return new StandardWebhook(settings);
    }
}
