package org.intakehub.adapter.governmentwebsite;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes one adapter for each site that is read. */
public final class GovernmentWebsiteProvider implements ChannelProvider<GovernmentWebsiteSettings> {
    @Override
    public ChannelId channel() {
        return GovernmentWebsite.CHANNEL;
    }

    @Override
    public Class<GovernmentWebsiteSettings> settings() {
        return GovernmentWebsiteSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, GovernmentWebsiteSettings settings) {
        return new GovernmentWebsite(source, settings);
    }
}
