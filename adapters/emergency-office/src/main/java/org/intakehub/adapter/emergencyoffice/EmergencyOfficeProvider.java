package org.intakehub.adapter.emergencyoffice;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapters of emergency offices; one without an address for states is not answered. */
public final class EmergencyOfficeProvider implements ChannelProvider<EmergencyOfficeSettings> {
    @Override
    public ChannelId channel() {
        return EmergencyOffice.CHANNEL;
    }

    @Override
    public Class<EmergencyOfficeSettings> settings() {
        return EmergencyOfficeSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, EmergencyOfficeSettings settings) {
        var intake = new EmergencyOffice(settings);
        return settings.state() == null ? intake : new AnsweredEmergencyOffice(intake, new States(settings));
    }
}
