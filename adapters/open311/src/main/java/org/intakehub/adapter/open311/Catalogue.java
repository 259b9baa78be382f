package org.intakehub.adapter.open311;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the endpoint offers, as trees in the shapes of GeoReport v2. */
final class Catalogue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<Open311Settings.Service> services;

    Catalogue(List<Open311Settings.Service> services) {
        this.services = services;
    }

    Optional<Open311Settings.Service> service(String code) {
        return services.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    ArrayNode list() {
        var list = NODES.arrayNode();
        for (var service : services) {
            list.addObject()
                    .put("service_code", service.code())
                    .put("service_name", service.name())
                    .put("description", service.description())
                    .put("metadata", !service.attributes().isEmpty())
                    // whoever sends a request gets its id at once
                    .put("type", "realtime")
                    .put("keywords", String.join(",", service.keywords()))
                    .put("group", service.group());
        }
        return list;
    }

    static ObjectNode definition(Open311Settings.Service service) {
        var definition = NODES.objectNode().put("service_code", service.code());
        var attributes = definition.putArray("attributes");
        var order = 0;
        for (var attribute : service.attributes()) {
            var node = attributes
                    .addObject()
                    .put("variable", true)
                    .put("code", attribute.code())
                    .put("datatype", attribute.datatype())
                    .put("required", attribute.required())
                    .put("datatype_description", "")
                    .put("order", ++order)
                    .put("description", attribute.description());
            var values = node.putArray("values");
            attribute
                    .values()
                    .forEach(value -> values.addObject().put("key", value.key()).put("name", value.name()));
        }
        return definition;
    }

    static ObjectNode discovery(Open311Settings.Discovery discovery) {
        var node = NODES.objectNode()
                .put("changeset", discovery.changeset())
                .put("contact", discovery.contact())
                .put("key_service", discovery.keyService());
        var endpoint = node.putArray("endpoints")
                .addObject()
                .put("specification", "http://wiki.open311.org/GeoReport_v2")
                .put("url", discovery.url().toString())
                .put("changeset", discovery.changeset())
                .put("type", "production");
        endpoint.putArray("formats").add("text/xml").add("application/json");
        return node;
    }

    /** What is told of a request that was taken in. */
    static JsonNode created(String id, Optional<String> notice, Optional<String> account) {
        var list = NODES.arrayNode();
        var created = list.addObject().put("service_request_id", id);
        notice.ifPresent(text -> created.put("service_notice", text));
        account.ifPresent(text -> created.put("account_id", text));
        return list;
    }

    static JsonNode error(int code, String description) {
        var list = NODES.arrayNode();
        list.addObject().put("code", String.valueOf(code)).put("description", description);
        return list;
    }
}
