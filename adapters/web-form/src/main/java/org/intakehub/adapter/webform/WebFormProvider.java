package org.intakehub.adapter.webform;

import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes one adapter for each form of the city. */
public final class WebFormProvider implements ChannelProvider<WebFormSettings> {
    @Override
    public ChannelId channel() {
        return WebForm.CHANNEL;
    }

    @Override
    public Class<WebFormSettings> settings() {
        return WebFormSettings.class;
    }

    @Override
    public WebForm adapter(SourceId source, WebFormSettings settings) {
        return new WebForm(settings);
    }
}
