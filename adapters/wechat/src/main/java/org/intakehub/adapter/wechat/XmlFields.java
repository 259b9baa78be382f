package org.intakehub.adapter.wechat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.intakehub.core.channel.MalformedMessage;

/** Reads pushed XML: every element, no document type, no entity of its own, nothing from outside. */
final class XmlFields {
    private static final int DEEPEST = 16;
    private static final int MOST = 2_000;

    /** An element, with what stands directly in it. */
    private record Element(String name, List<Element> inner, StringBuilder text) {
        Element(String name) {
            this(name, new ArrayList<>(), new StringBuilder());
        }
    }

    private XmlFields() {}

    static Map<String, String> read(String xml) {
        try {
            var reader = factory().createXMLStreamReader(new StringReader(xml));
            try {
                var fields = new LinkedHashMap<String, String>();
                flatten("", document(reader).inner(), fields);
                return fields;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // the cause would quote what it stumbled over
            throw new MalformedMessage("the XML is not well-formed");
        }
    }

    private static XMLInputFactory factory() {
        // the JDK's own, whatever else is on the class path; a factory is nobody's to share
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is read from outside");
        });
        return factory;
    }

    private static Element document(XMLStreamReader reader) throws XMLStreamException {
        var open = new ArrayList<>(List.of(new Element("")));
        var elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > DEEPEST || ++elements > MOST) {
                        throw new MalformedMessage("the XML is deeper or has more elements than any push");
                    }
                    var element = new Element(reader.getLocalName());
                    open.get(open.size() - 1).inner().add(element);
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.get(open.size() - 1).text().append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedMessage("the XML brings a document type or entities, which no push does");
                default -> {}
            }
        }
        return open.get(0).inner().get(0);
    }

    private static void flatten(String prefix, List<Element> elements, Map<String, String> fields) {
        var count = new LinkedHashMap<String, Integer>();
        elements.forEach(element -> count.merge(element.name(), 1, Integer::sum));
        var seen = new LinkedHashMap<String, Integer>();
        for (var element : elements) {
            var number = seen.merge(element.name(), 1, Integer::sum) - 1;
            var name = prefix + element.name() + (count.getOrDefault(element.name(), 1) > 1 ? "[" + number + "]" : "");
            if (element.inner().isEmpty()) {
                fields.put(name, element.text().toString());
            } else {
                flatten(name + ".", element.inner(), fields);
            }
        }
    }
}
