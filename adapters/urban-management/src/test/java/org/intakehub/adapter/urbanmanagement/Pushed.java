package org.intakehub.adapter.urbanmanagement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** What made-up sites push, and what the adapter reads in it. */
final class Pushed {
    static final SourceId SOURCE = new SourceId("site");
    static final Instant NOW = Instant.parse("2026-11-23T02:30:00Z");

    private Pushed() {}

    static IntakeMessage read(PositionSystem system, Map<String, String> headers, String body) {
        var adapter = new UrbanManagement(SOURCE, Sites.with(null, system, false));
        var raw = new RawMessage(
                UrbanManagement.CHANNEL,
                SOURCE,
                "delivery-1",
                NOW,
                headers,
                Payload.of(body, StandardCharsets.UTF_8),
                SignatureStatus.VERIFIED);
        return adapter.normalise(raw).get(0);
    }

    /** A report with these fields beside its case. */
    static IntakeMessage report(String fields) {
        return report(PositionSystem.GCJ02, fields);
    }

    static IntakeMessage report(PositionSystem system, String fields) {
        return read(
                system,
                Map.of(),
                "{\"action\":\"REPORT\",\"data\":{\"caseId\":\"C1\",\"eventDesc\":\"路灯不亮\"," + fields + "}}");
    }

    static Request call(Map<String, List<String>> query, Map<String, List<String>> headers, String body) {
        return new Request(
                SOURCE,
                "POST",
                "openapi/v1/action",
                query,
                new TreeMap<>(headers),
                Payload.of(body, StandardCharsets.UTF_8),
                NOW);
    }
}
