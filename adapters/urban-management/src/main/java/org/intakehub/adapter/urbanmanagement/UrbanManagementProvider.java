package org.intakehub.adapter.urbanmanagement;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes one adapter for each site of digital urban management. */
public final class UrbanManagementProvider implements ChannelProvider<UrbanManagementSettings> {
    @Override
    public ChannelId channel() {
        return UrbanManagement.CHANNEL;
    }

    @Override
    public Class<UrbanManagementSettings> settings() {
        return UrbanManagementSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, UrbanManagementSettings settings) {
        return new UrbanManagement(source, settings);
    }
}
