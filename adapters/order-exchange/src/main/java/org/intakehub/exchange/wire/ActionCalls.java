package org.intakehub.exchange.wire;

import java.net.URI;
import java.util.Map;
import org.intakehub.core.channel.Call;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the calls of the interface: one address, and the action in the body.
 *
 * @param address where actions are posted
 * @param senderCode what the far end knows the city as
 */
public record ActionCalls(URI address, String senderCode, ActionNames names) {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json;charset=UTF-8");

    /**
     * The call that asks for an action.
     *
     * @param uid the call's own id; the same for every attempt at telling something
     */
    public Call call(String action, String uid, ObjectNode data) {
        var body = WireJson.object();
        body.put("action", names.site(action));
        body.put("senderCode", senderCode);
        body.put("uid", uid);
        body.set("data", data);
        return new Call("POST", address, JSON, WireJson.bytes(body));
    }

    @Override
    public String toString() {
        return "ActionCalls[" + address.getHost() + "]";
    }
}
