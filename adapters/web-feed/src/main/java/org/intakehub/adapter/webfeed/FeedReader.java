package org.intakehub.adapter.webfeed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;

/** Reads a page of a feed in RSS or Atom; neither a document type nor an outer entity is looked at. */
final class FeedReader {
    private static final Set<String> ROOTS = Set.of("rss", "feed", "RDF");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private final XMLStreamReader xml;
    private final List<Entry> entries = new ArrayList<>();
    private Optional<String> next = Optional.empty();

    private FeedReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * A page of a feed.
     *
     * @param next the page of older entries
     */
    record Feed(List<Entry> entries, Optional<String> next) {}

    /** @throws RemoteUnavailable if it is no feed: a website under repair shows its own page in place of it */
    static Feed read(Payload body) {
        try {
            var reader = new FeedReader(factory().createXMLStreamReader(body.open()));
            reader.read();
            return new Feed(List.copyOf(reader.entries), reader.next);
        } catch (XMLStreamException | RuntimeException e) {
            // its message quotes the text
            throw new RemoteUnavailable("the website's answer is no feed");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void read() throws XMLStreamException {
        xml.nextTag();
        if (!ROOTS.contains(xml.getLocalName())) {
            throw new XMLStreamException("no feed");
        }
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (ENTRIES.contains(xml.getLocalName())) {
                    entries.add(entry());
                } else if (isLink("next")) {
                    next = Optional.ofNullable(xml.getAttributeValue(null, "href"));
                }
            }
        }
    }

    private boolean isLink(String relation) {
        return xml.getLocalName().equals("link") && relation.equals(xml.getAttributeValue(null, "rel"));
    }

    private Entry entry() throws XMLStreamException {
        var texts = new TreeMap<String, String>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                var name = xml.getLocalName();
                var href = xml.getAttributeValue(null, "href");
                var isOther = name.equals("link") && xml.getAttributeValue(null, "rel") != null && !isLink("alternate");
                var text = text();
                if (!isOther) {
                    texts.putIfAbsent(name, href == null ? text : href);
                }
            }
        }
        return new Entry(texts);
    }

    /** All text up to the end of the element, with that of the elements in it. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return text.toString();
    }
}
