package org.intakehub.gateway.channel;

import java.util.List;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.platform.Json;
import org.intakehub.routes.stage.ReceiptIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether something that a far end lists was taken in: its delivery is in the archive, or all its messages are filed. */
@Component
public class KnownDeliveries {
    private final JdbcClient jdbc;
    private final ReceiptIds receipts;

    KnownDeliveries(JdbcClient jdbc, ReceiptIds receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    public boolean isKnown(SourceId source, String deliveryId) {
        return jdbc.sql("select exists (select 1 from raw_message where receipt_id = ?)")
                .param(receipts.of(source, deliveryId))
                .query(Boolean.class)
                .single();
    }

    /** The same words may have come in by another delivery, whose id tells of a later look. */
    public boolean isKnown(ChannelAdapter adapter, RawMessage raw) {
        if (isKnown(raw.source(), raw.deliveryId())) {
            return true;
        }
        var keys = keys(adapter, raw);
        return !keys.isEmpty()
                && jdbc.sql(
                                        "select count(*) from message where source = ? and message_key in (select unnest(?::text[]))")
                                .params(raw.source().value(), keys.toArray(String[]::new))
                                .query(Integer.class)
                                .single()
                        == keys.size();
    }

    private static List<String> keys(ChannelAdapter adapter, RawMessage raw) {
        try {
            return adapter.normalise(raw).stream()
                    .map(message -> Json.storable(message.key().value()))
                    .distinct()
                    .toList();
        } catch (MalformedMessage e) {
            return List.of();
        }
    }
}
