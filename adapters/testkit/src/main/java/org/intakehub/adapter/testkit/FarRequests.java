package org.intakehub.adapter.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.FarRequest.Wish;

/** Requests as the hub makes them, at least one of each kind. */
final class FarRequests {
    private static final Instant ASKED = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-30T09:00:00Z");

    private FarRequests() {}

    static List<FarRequest> all() {
        List<Wish> wishes = List.of(
                new FarRequest.Extension(UNTIL),
                new FarRequest.Return(),
                new FarRequest.Cancel(),
                new FarRequest.Ruling(Kind.EXTENSION, true, Optional.of(UNTIL)),
                new FarRequest.Ruling(Kind.EXTENSION, false, Optional.empty()),
                new FarRequest.Ruling(Kind.RETURN, true, Optional.empty()),
                new FarRequest.Ruling(Kind.CANCEL, false, Optional.empty()),
                new FarRequest.CheckFeedback(true),
                new FarRequest.CheckFeedback(false),
                new FarRequest.Archive(),
                new FarRequest.HandOver(
                        "路灯不亮",
                        "东风路的路灯坏了",
                        Optional.of("东风路 12 号"),
                        Optional.of("测试人"),
                        Optional.of("13900000009"),
                        true),
                new FarRequest.Revisit(true),
                new FarRequest.State("handling"));
        // one id, so that only the wish makes a difference
        return wishes.stream().map(wish -> request(Optional.of("8812"), wish)).toList();
    }

    static FarRequest ofNobody(FarRequest request) {
        return request(Optional.empty(), request.wish());
    }

    private static FarRequest request(Optional<String> externalId, Wish wish) {
        return new FarRequest("request-1", "A20261123-000001", "c1-7gq2kd5x", externalId, "需要更换灯杆", wish, ASKED);
    }
}
