package org.intakehub.exchange.wire;

import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import tools.jackson.databind.JsonNode;

/**
 * What a platform says of one case, pushed or pulled.
 *
 * @param action name of the action in the standard
 * @param id the platform's id of this notice, empty if it was pushed
 * @param data what is said
 */
public record Notice(String action, String id, JsonNode data) {
    /** A pushed body: {@code {action, data}}. */
    public static Notice pushed(Payload body, ActionNames names) {
        var content = WireJson.read(body);
        var action = WireJson.text(content.path("action"));
        if (action.isBlank() || !content.path("data").isObject()) {
            throw new MalformedMessage("the body has no action or no data");
        }
        return new Notice(names.standard(action), "", content.get("data"));
    }

    /** An entry of a list: {@code {noticeId, noticeData}}, where the data is JSON within a string. */
    public static Notice pulled(String name, Payload body, ActionNames names) {
        var entry = WireJson.read(body);
        if (!entry.has("noticeData")) {
            throw new MalformedMessage("the notice has no data");
        }
        var data = data(entry);
        if (!data.isObject()) {
            throw new MalformedMessage("the notice's data is no object");
        }
        return new Notice(names.ofNotice(name), WireJson.text(entry.path("noticeId")), data);
    }

    /** The case that an entry of a list is about; empty if it cannot be told. */
    static String caseId(JsonNode entry) {
        var outside = WireJson.text(entry.path("caseId"));
        if (!outside.isBlank()) {
            return outside;
        }
        try {
            return WireJson.text(data(entry).path("caseId"));
        } catch (MalformedMessage e) {
            // signed for all the same: the raw message waits in quarantine, and the list must move on
            return "";
        }
    }

    private static JsonNode data(JsonNode entry) {
        var data = entry.path("noticeData");
        var read = data.isString() ? WireJson.read(data.stringValue()) : data;
        // some sites put the whole pushed body into the string
        return read.has("caseId") || !read.path("data").isObject() ? read : read.get("data");
    }
}
