package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RequestingAdapter;

/** A channel that can be asked for more time and to take a matter back, correct and open for faults. */
class PigeonRequests extends PigeonCalls implements RequestingAdapter {
    @Override
    public ChannelId channel() {
        return new ChannelId("pigeon-requests");
    }

    @Override
    public Set<Kind> requests() {
        return Set.of(Kind.EXTENSION, Kind.RETURN);
    }

    @Override
    public Outgoing ask(FarRequest request) {
        check(request.wish().kind());
        var body = attempt(request) + "\n" + number(request) + "\n" + word(request) + "\n" + reason(request);
        return new Outgoing.ByCall(
                new Call("POST", url(), Map.of("token", secret()), Payload.of(body, StandardCharsets.UTF_8)));
    }

    void check(Kind kind) {
        if (!requests().contains(kind)) {
            throw new RemoteRejected("the pigeon cannot carry this");
        }
    }

    String attempt(FarRequest request) {
        return request.id();
    }

    String number(FarRequest request) {
        return request.externalId().orElseThrow(() -> new RemoteRejected("the loft has no such matter"));
    }

    String word(FarRequest request) {
        return request.wish().kind().name();
    }

    String reason(FarRequest request) {
        return request.opinion();
    }

    String secret() {
        return Pigeons.TOKEN.value();
    }
}
