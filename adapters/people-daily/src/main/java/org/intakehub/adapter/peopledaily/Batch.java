package org.intakehub.adapter.peopledaily;

import java.util.ArrayList;
import java.util.List;
import org.intakehub.core.channel.Cursor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a forum of which the threads are being fetched; travels as the note of the calls.
 *
 * @param after the progress to save once all of them are found
 * @param rows what the page says of the threads that are still to be fetched
 * @param done envelopes of those that were
 * @param refused whether the board has refused the first of the rows once
 */
record Batch(Forum forum, String cookies, Progress after, List<JsonNode> rows, List<String> done, boolean refused) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Batch {
        rows = List.copyOf(rows);
        done = List.copyOf(done);
    }

    /** The first row is done with. */
    Batch done(String envelope, Progress progress) {
        var more = new ArrayList<>(done);
        more.add(envelope);
        return new Batch(forum, cookies, progress, rows.subList(1, rows.size()), more, false);
    }

    Batch refusedOnce() {
        return new Batch(forum, cookies, after, rows, done, true);
    }

    String note() {
        var node = JSON.createObjectNode()
                .put("fid", forum.fid())
                .put("ministry", forum.ministry())
                .put("cookies", cookies)
                .put("after", after.cursor().value())
                .put("refused", refused);
        node.putArray("rows").addAll(rows);
        var envelopes = node.putArray("done");
        done.forEach(envelopes::add);
        return node.toString();
    }

    static Batch of(String note) {
        var node = JSON.readTree(note);
        return new Batch(
                new Forum(node.path("fid").asString(""), node.path("ministry").asBoolean(false)),
                node.path("cookies").asString(""),
                Progress.read(new Cursor(node.path("after").asString(""))),
                node.path("rows").valueStream().toList(),
                node.path("done").valueStream().map(JsonNode::asString).toList(),
                node.path("refused").asBoolean(false));
    }
}
