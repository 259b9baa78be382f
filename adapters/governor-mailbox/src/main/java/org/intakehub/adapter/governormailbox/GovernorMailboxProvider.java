package org.intakehub.adapter.governormailbox;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;
import org.intakehub.exchange.order.OrderNames;
import org.intakehub.exchange.order.SuperiorOrders;

/** Makes one adapter for each province that hands over orders. */
public final class GovernorMailboxProvider implements ChannelProvider<GovernorMailboxSettings> {
    private static final ChannelId CHANNEL = new ChannelId("governor-mailbox");

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Class<GovernorMailboxSettings> settings() {
        return GovernorMailboxSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, GovernorMailboxSettings settings) {
        var profile =
                new SuperiorOrders.Profile(CHANNEL, settings.originCodes(), settings.typeCodes(), "在省平台为工单 %s 录入办理结果");
        return new SuperiorOrders(
                profile, source, new OrderNames(settings.fields()), settings.exchange(), settings.signing());
    }
}
