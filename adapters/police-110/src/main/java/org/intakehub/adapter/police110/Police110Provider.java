package org.intakehub.adapter.police110;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapters of this channel. */
public final class Police110Provider implements ChannelProvider<Police110Settings> {
    @Override
    public ChannelId channel() {
        return Police110.CHANNEL;
    }

    @Override
    public Class<Police110Settings> settings() {
        return Police110Settings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, Police110Settings settings) {
        var intake = new Police110(settings);
        return settings.result() == null ? intake : new AnsweringPolice110(intake, new Answers(settings));
    }
}
