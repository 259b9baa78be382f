package org.intakehub.adapter.open311;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two formats of GeoReport v2, told by an address's extension; both are written from the same tree and say the same. */
enum Format {
    JSON("application/json"),
    XML("text/xml");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The format that an address asks for. */
    static Format of(String path) {
        return path.endsWith(".xml") ? XML : JSON;
    }

    /**
     * An answer.
     *
     * @param root name of the element around it all, in XML
     * @param item name of the elements of a list at the root, in XML
     */
    Response response(int status, String root, String item, JsonNode tree, boolean charsetInType) {
        var text =
                this == XML ? document(root, item, tree) : JsonMapper.shared().writeValueAsString(tree);
        var contentType = charsetInType ? type + "; charset=utf-8" : type;
        return new Response(status, contentType, Map.of(), Payload.of(text, StandardCharsets.UTF_8));
    }

    private static String document(String root, String item, JsonNode tree) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        element(xml, root, item, tree);
        return xml.append('\n').toString();
    }

    private static void element(StringBuilder xml, String name, String item, JsonNode value) {
        xml.append('<').append(name).append('>');
        if (value.isArray()) {
            value.forEach(one -> element(xml, item, singular(item), one));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(field -> element(xml, field.getKey(), singular(field.getKey()), field.getValue()));
        } else if (!value.isNull()) {
            escape(xml, value.asString());
        }
        xml.append("</").append(name).append('>');
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static void escape(StringBuilder xml, String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> {
                    if (isAllowed(point)) {
                        xml.appendCodePoint(point);
                    }
                }
            }
        });
    }

    // of XML 1.0
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
