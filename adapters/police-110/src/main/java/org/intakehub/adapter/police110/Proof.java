package org.intakehub.adapter.police110;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SharedKeys;

/** How the dispatch centre proves itself: by a key in a header, or by a signature over time, path and body. */
final class Proof {
    private final Police110Settings settings;
    private final SharedKeys apiKeys;
    private final SharedKeys signingKeys;

    Proof(Police110Settings settings) {
        this.settings = settings;
        apiKeys = SharedKeys.of("api-keys", settings.apiKeys());
        signingKeys = SharedKeys.of("signing-keys", settings.signingKeys());
    }

    /** Why the call is not genuine; empty if it is. */
    Optional<Reason> fault(Request request) {
        return signingKeys.isEmpty() ? keyFault(request) : signatureFault(request);
    }

    private Optional<Reason> keyFault(Request request) {
        var key = request.header(settings.keyHeader()).orElse("");
        if (key.isEmpty()) {
            return Optional.of(Reason.MISSING_PROOF);
        }
        return apiKeys.hold(key) ? Optional.empty() : Optional.of(Reason.FORGED_PROOF);
    }

    private Optional<Reason> signatureFault(Request request) {
        var time = request.header(settings.timeHeader()).orElse("");
        var signature = request.header(settings.signatureHeader()).orElse("");
        if (time.isEmpty() || signature.isEmpty()) {
            return Optional.of(Reason.MISSING_PROOF);
        }
        if (!time.matches("[0-9]{1,12}")) {
            return Optional.of(Reason.FORGED_PROOF);
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), request.receivedAt());
        if (off.abs().compareTo(settings.tolerance()) > 0) {
            return Optional.of(Reason.OUTSIDE_TIME_WINDOW);
        }
        // the path is covered, so that feedback cannot be replayed as an order
        var head = time + "\n" + request.path() + "\n";
        return signingKeys.signed(signature, head, request.body())
                ? Optional.empty()
                : Optional.of(Reason.FORGED_PROOF);
    }
}
