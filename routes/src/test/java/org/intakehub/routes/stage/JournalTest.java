package org.intakehub.routes.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final RawMessage RAW = new RawMessage(
            new ChannelId("standard-webhook"),
            new SourceId("partner"),
            "delivery/1&2=3",
            Instant.parse("2026-11-23T02:03:04.005Z"),
            Map.of("content-type", "application/json; charset=utf-8", "x-odd", "a=b&c=d%25 留言"),
            Payload.of("{\"标题\":1}", UTF_8),
            SignatureStatus.VERIFIED);

    @Test
    void givesTheReceiptAndBringsEverythingThroughTheQueue() {
        try (var queues = new RecordedQueues()) {
            assertThat(queues.journal().keep(RAW)).isEqualTo("receipt-delivery/1&2=3");
            assertThat(queues.raws()).containsExactly(RAW);
            assertThat(queues.hops().get(0).headers()).containsEntry(RawMessages.RECEIPT, "receipt-delivery/1&2=3");
        }
    }

    @Test
    void saysSoIfTheBrokerTakesNothing() {
        try (var queues = new RecordedQueues()) {
            queues.takeOnly(0);
            assertThatThrownBy(() -> queues.journal().keep(RAW)).isInstanceOf(RemoteUnavailable.class);
        }
    }
}
