package org.intakehub.adapter.governmentwebsite;

import java.util.ArrayList;
import java.util.List;
import org.intakehub.core.channel.Cursor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a list of which the letters' own pages are being fetched; travels as the note of the calls.
 *
 * @param after the progress to save once all of them are found
 * @param entries letters that are still to be fetched
 * @param done envelopes of those that were, and are news
 */
record Batch(Progress after, List<Site.Entry> entries, List<String> done) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Batch {
        entries = List.copyOf(entries);
        done = List.copyOf(done);
    }

    /** The first letter is done with. */
    Batch next(Progress progress) {
        return new Batch(progress, entries.subList(1, entries.size()), done);
    }

    Batch with(String envelope) {
        var more = new ArrayList<>(done);
        more.add(envelope);
        return new Batch(after, entries, more);
    }

    String note() {
        var node = JSON.createObjectNode().put("after", after.cursor().value());
        var rows = node.putArray("entries");
        entries.forEach(entry -> rows.addObject().put("id", entry.id()).set("row", entry.row()));
        var envelopes = node.putArray("done");
        done.forEach(envelopes::add);
        return node.toString();
    }

    static Batch of(String note) {
        var node = JSON.readTree(note);
        return new Batch(
                Progress.read(new Cursor(node.path("after").asString(""))),
                node.path("entries").valueStream().map(Batch::entry).toList(),
                node.path("done").valueStream().map(JsonNode::asString).toList());
    }

    private static Site.Entry entry(JsonNode node) {
        return new Site.Entry(node.path("id").asString(""), node.path("row"));
    }
}
