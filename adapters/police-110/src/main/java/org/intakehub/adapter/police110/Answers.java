package org.intakehub.adapter.police110;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the dispatch centre that an order was received, and what became of it. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final String FED_BACK = "1";
    private static final String RETURNED = "2";
    private static final String REVISITED = "3";

    private final Police110Settings settings;
    private final URI confirmation;
    private final URI result;

    Answers(Police110Settings settings) {
        this.settings = settings;
        confirmation = requireNonNull(settings.confirmation());
        result = requireNonNull(settings.result());
    }

    /** An acknowledgement confirms the receipt; an answer is a result of the kind "feedback". */
    Outgoing compose(Reply reply) {
        var fields = new TreeMap<String, String>();
        fields.put(Orders.NUMBER, reply.recipient());
        if (reply.kind() == Reply.Kind.ACKNOWLEDGEMENT) {
            fields.put("RECEIVE", "1");
            fields.put("RECEIVETIME", written(reply.queuedAt()));
            return new Outgoing.ByCall(call(confirmation, fields));
        }
        return result(reply.recipient(), reply.caseNumber(), FED_BACK, reply.text(), reply.queuedAt());
    }

    /** Without an address for it the centre takes no order over. */
    Set<Kind> requests() {
        return settings.handOver() == null
                ? Set.of(Kind.RETURN, Kind.REVISIT)
                : Set.of(Kind.RETURN, Kind.REVISIT, Kind.HAND_OVER);
    }

    /** Returns and revisits are results of another kind; a matter that is handed over has the shape of an order. */
    Outgoing ask(FarRequest request) {
        if (request.wish() instanceof FarRequest.HandOver order) {
            return handOver(request, order);
        }
        var number = request.externalId().orElseThrow(() -> new RemoteRejected("the centre has no such order"));
        var text = request.opinion();
        return switch (request.wish().kind()) {
            case RETURN -> result(number, request.caseNumber(), RETURNED, text, request.askedAt());
            case REVISIT -> result(number, request.caseNumber(), REVISITED, text, request.askedAt());
            default ->
                throw new RemoteRejected("the centre takes no request of the kind "
                        + request.wish().kind());
        };
    }

    private Outgoing result(String number, String flowId, String kind, String text, Instant at) {
        var fields = new TreeMap<String, String>();
        fields.put(Orders.NUMBER, number);
        fields.put("FLOWID", flowId);
        fields.put("TSSJ", written(at));
        fields.put("DYYY", kind);
        fields.put(settings.textField(), text);
        return new Outgoing.ByCall(call(result, fields));
    }

    /** What the centre says of it comes back with the flow's id, which is therefore the case's token. */
    private Outgoing handOver(FarRequest request, FarRequest.HandOver order) {
        var address = settings.handOver();
        if (address == null) {
            throw new RemoteRejected("hand-over is not set");
        }
        var fields = new TreeMap<String, String>();
        fields.put(Orders.NUMBER, request.externalId().orElse(request.caseNumber()));
        fields.put("FLOWID", request.caseToken());
        fields.put("BJSJ", written(request.askedAt()));
        fields.put("Title", order.title());
        fields.put("BJNR", order.text());
        fields.put("SFBM", order.isSecret() ? "1" : "0");
        order.address().ifPresent(value -> fields.put("BJDZ", value));
        order.name().ifPresent(value -> fields.put("BJDHYHM", value));
        order.phone().ifPresent(value -> fields.put("LXDH", value));
        if (!request.opinion().isEmpty()) {
            fields.put("HANDLEOPINION", request.opinion());
        }
        return new Outgoing.ByCall(call(address, fields));
    }

    private Call call(URI address, Map<String, String> fields) {
        var headers = new TreeMap<>(Map.of("content-type", "application/json;charset=UTF-8"));
        var key = settings.ownKey();
        if (key != null) {
            headers.put(settings.keyHeader(), key.value());
        }
        return new Call("POST", address, headers, Payload.of(JSON.writeValueAsString(fields), StandardCharsets.UTF_8));
    }

    private String written(Instant when) {
        return TIME.format(when.atZone(settings.zone()));
    }

    /** What the centre names in {@code data}, else the order's number. */
    String confirm(Answer answer) {
        var status = answer.status();
        if (status == 429 || status >= 500 || (status >= 300 && status < 400)) {
            throw new RemoteUnavailable("the dispatch centre answers with status " + status);
        }
        if (status >= 400) {
            throw new RemoteRejected("the dispatch centre refuses with status " + status);
        }
        var said = read(answer.body());
        var code = said.path("code").asString("");
        if (code.matches("40[0-9]")) {
            throw new RemoteRejected("the dispatch centre refuses with code " + code + " behind status 200");
        }
        if (!code.equals("200")) {
            throw new RemoteUnavailable("the dispatch centre does not say that it took the answer");
        }
        var id = said.path("data").isString() ? said.path("data").stringValue() : "";
        return id.isBlank()
                ? read(answer.asked().call().body()).path(Orders.NUMBER).asString("")
                : id;
    }

    private static JsonNode read(Payload body) {
        try {
            return JSON.readTree(body.text(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new RemoteUnavailable("the dispatch centre's answer is not JSON");
        }
    }
}
