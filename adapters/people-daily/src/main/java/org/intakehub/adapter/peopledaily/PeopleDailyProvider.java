package org.intakehub.adapter.peopledaily;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes one adapter for each set of forums that is read. */
public final class PeopleDailyProvider implements ChannelProvider<PeopleDailySettings> {
    @Override
    public ChannelId channel() {
        return PeopleDaily.CHANNEL;
    }

    @Override
    public Class<PeopleDailySettings> settings() {
        return PeopleDailySettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, PeopleDailySettings settings) {
        return new PeopleDaily(source, settings);
    }
}
