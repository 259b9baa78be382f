package org.intakehub.adapter.superiorhotline;

import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.SourceId;
import org.intakehub.exchange.order.OrderNames;
import org.intakehub.exchange.order.SuperiorOrders;

/** Makes one adapter for each superior hotline that hands over orders. */
public final class SuperiorHotlineProvider implements ChannelProvider<SuperiorHotlineSettings> {
    private static final ChannelId CHANNEL = new ChannelId("superior-hotline");

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Class<SuperiorHotlineSettings> settings() {
        return SuperiorHotlineSettings.class;
    }

    @Override
    public ChannelAdapter adapter(SourceId source, SuperiorHotlineSettings settings) {
        var profile = new SuperiorOrders.Profile(
                CHANNEL, settings.originCodes(), settings.typeCodes(), "在上级热线平台为工单 %s 录入办理结果");
        return new SuperiorOrders(
                profile, source, new OrderNames(settings.fields()), settings.exchange(), settings.signing());
    }
}
