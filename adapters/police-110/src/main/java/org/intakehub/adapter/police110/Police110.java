package org.intakehub.adapter.police110;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.WebhookAdapter;

/** Takes in what a dispatch centre (110, 119, 120) hands over, returns and reports. */
final class Police110 implements WebhookAdapter {
    static final ChannelId CHANNEL = new ChannelId("police-110");

    /** Kept header that tells at which address the bytes came in. */
    static final String PATH = "path";

    private static final Set<String> PATHS = Set.of(Orders.ORDER, Orders.RETURN, Orders.FEEDBACK);

    private final Proof proof;
    private final Orders orders;

    Police110(Police110Settings settings) {
        proof = new Proof(settings);
        orders = new Orders(settings);
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Set<String> paths() {
        return PATHS;
    }

    @Override
    public Outcome receive(Request request) {
        if (!PATHS.contains(request.path())) {
            return refused(Reason.UNKNOWN_ADDRESS, "This address belongs to nobody.");
        }
        if (!request.method().equals("POST")) {
            return refused(Reason.METHOD_NOT_ALLOWED, "Orders are sent with POST.");
        }
        var fault = proof.fault(request);
        if (fault.isPresent()) {
            return refused(fault.get(), "The call does not prove that it is the dispatch centre's.");
        }
        if (request.body().isEmpty()) {
            return refused(Reason.UNREADABLE, "The body is empty.");
        }
        var raw = new RawMessage(
                CHANNEL,
                request.source(),
                request.path() + ":" + request.body().sha256(),
                request.receivedAt(),
                Map.of(PATH, request.path()),
                request.body(),
                SignatureStatus.VERIFIED);
        return new Outcome.Accepted(raw, Optional.of(answer(200, "success")));
    }

    private static Outcome refused(Reason reason, String detail) {
        return new Outcome.Refused(reason, detail, Optional.of(answer(reason.status(), detail)));
    }

    /** The centre reads the code in the body; it sends again whatever is not answered with 200 there. */
    private static Response answer(int code, String message) {
        var json = "{\"code\":\"" + code + "\",\"data\":null,\"message\":\"" + message + "\"}";
        return new Response(code, "application/json", Map.of(), Payload.of(json, StandardCharsets.UTF_8));
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        var path =
                raw.header(PATH).orElseThrow(() -> new MalformedMessage("it is not known at which address it came in"));
        return List.of(orders.message(path, FlatOrder.read(raw.body())));
    }
}
