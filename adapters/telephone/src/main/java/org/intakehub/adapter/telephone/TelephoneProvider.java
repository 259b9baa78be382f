package org.intakehub.adapter.telephone;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapters of telephone switches, of those that push and of those that are asked. */
public final class TelephoneProvider implements ChannelProvider<TelephoneSettings> {
    static final ChannelId CHANNEL = new ChannelId("telephone");
    static final String DESK = "TELEPHONE";

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Class<TelephoneSettings> settings() {
        return TelephoneSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, TelephoneSettings settings) {
        return settings.poll() == null ? new PushedCalls(settings) : new PolledCalls(source, settings);
    }
}
