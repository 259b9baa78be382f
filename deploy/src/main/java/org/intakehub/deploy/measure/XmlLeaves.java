package org.intakehub.deploy.measure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;

/** What a document says, in its order, whatever it is written in: the texts of its innermost parts; blank ones say nothing. */
final class XmlLeaves {
    private XmlLeaves() {}

    static List<String> of(JsonNode tree) {
        var leaves = new ArrayList<String>();
        add("", tree, leaves);
        return leaves;
    }

    private static void add(String name, JsonNode node, List<String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            node.forEach(one -> add(name.replaceFirst("s$", ""), one, leaves));
        } else if (!node.isNull() && !node.asString().isBlank()) {
            leaves.add(name + "=" + node.asString());
        }
    }

    /** A document that is not well-formed says nothing but that. */
    static List<String> of(String xml) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return read(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            return List.of("not well-formed");
        }
    }

    private static List<String> read(XMLStreamReader reader) throws XMLStreamException {
        var leaves = new ArrayList<String>();
        var text = "";
        var opened = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    opened = reader.getLocalName();
                    text = "";
                }
                case XMLStreamReader.CHARACTERS -> text += reader.getText();
                case XMLStreamReader.END_ELEMENT -> {
                    if (opened.equals(reader.getLocalName()) && !text.isBlank()) {
                        leaves.add(opened + "=" + text);
                    }
                    opened = "";
                    text = "";
                }
                default -> {}
            }
        }
        return leaves;
    }
}
