package org.intakehub.exchange.wire;

import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import tools.jackson.databind.JsonNode;

/** Makes a raw message of each notice of a page: the notice's own JSON, and its name as a header. */
public record RawNotices(ChannelId channel, SourceId source) {
    public static final String NOTICE_NAME = "notice-name";

    RawMessage raw(String name, JsonNode notice, Instant receivedAt) {
        Payload body = WireJson.bytes(notice);
        var id = WireJson.text(notice.path("noticeId"));
        return new RawMessage(
                channel,
                source,
                id.isBlank() || id.length() > 100 ? "sha256:" + body.sha256() : "notice-" + id,
                receivedAt,
                Map.of(NOTICE_NAME, name),
                body,
                SignatureStatus.FETCHED);
    }
}
