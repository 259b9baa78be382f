package org.intakehub.adapter.mayormailbox;

import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;

/** Makes the adapter of each configured mailbox. */
public final class MayorMailboxProvider implements ChannelProvider<MayorMailboxSettings> {
    @Override
    public ChannelId channel() {
        return MayorMailbox.CHANNEL;
    }

    @Override
    public Class<MayorMailboxSettings> settings() {
        return MayorMailboxSettings.class;
    }

    @Override
    public MayorMailbox adapter(SourceId source, MayorMailboxSettings settings) {
        return new MayorMailbox(settings);
    }
}
