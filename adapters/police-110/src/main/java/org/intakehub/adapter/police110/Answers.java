package org.intakehub.adapter.police110;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
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
        fields.put("FLOWID", reply.caseNumber());
        fields.put("TSSJ", written(reply.queuedAt()));
        fields.put("DYYY", "1");
        fields.put(settings.textField(), reply.text());
        return new Outgoing.ByCall(call(result, fields));
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
