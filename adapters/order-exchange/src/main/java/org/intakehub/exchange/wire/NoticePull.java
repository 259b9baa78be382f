package org.intakehub.exchange.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for unsigned notices, one name after the other, and signs for them at the beginning of the next round: by then the cursor, which
 * tells what to sign for, was saved behind the messages. Signing shrinks the list, so it is the first page that is read, again and again.
 *
 * @param names names of notices, as the site calls them
 * @param pageSize notices a page
 * @param rawNotices makes the raw messages of a page
 */
public record NoticePull(ActionCalls calls, List<String> names, int pageSize, RawNotices rawNotices) {
    private static final String SIGNING = "sign";

    public NoticePull {
        names = List.copyOf(names);
    }

    public Step start(Cursor from) {
        var at = Position.of(from);
        return at.unsigned().isEmpty() ? list(at.name(), from) : sign(at.unsigned(), from);
    }

    /**
     * The step that follows an answer.
     *
     * @param opened takes the seal, if there is one, off the body of an answer
     */
    public Step next(Answer answer, UnaryOperator<Payload> opened) {
        var begin = answer.asked().cursor();
        var at = Position.of(begin);
        if (answer.asked().note().equals(SIGNING)) {
            Envelope.asked(answer, opened.apply(answer.body()));
            return list(at.name(), begin);
        }
        var name = Integer.parseInt(answer.asked().note());
        var notices = notices(Envelope.asked(answer, opened.apply(answer.body())));
        if (notices.isEmpty()) {
            return name + 1 < names.size() ? list(name + 1, begin) : new Step.Found(List.of(), Cursor.START, false);
        }
        var unsigned = notices.stream()
                .flatMap(notice -> Signature.of(notice).stream())
                .toList();
        if (name == at.name() && !unsigned.isEmpty() && at.unsigned().containsAll(unsigned)) {
            throw new RemoteUnavailable("the platform lists only what was just signed for");
        }
        var raws = notices.stream()
                .map(notice -> rawNotices.raw(names.get(name), notice, answer.receivedAt()))
                .toList();
        return unsigned.isEmpty()
                ? unsignable(raws, name)
                : new Step.Found(raws, new Position(name, unsigned).cursor(), true);
    }

    /** What cannot be signed for would stay on top of the list for ever. */
    private Step unsignable(List<RawMessage> raws, int name) {
        var more = name + 1 < names.size();
        return new Step.Found(raws, more ? new Position(name + 1, List.of()).cursor() : Cursor.START, more);
    }

    private Step.Ask list(int name, Cursor cursor) {
        var data = WireJson.object()
                .put("noticeName", names.get(name))
                .put("curPage", 1)
                .put("numPerPage", pageSize);
        return ask("GET_NOTICE_INFO", data, cursor, String.valueOf(name));
    }

    private Step.Ask sign(List<Signature> unsigned, Cursor cursor) {
        var data = WireJson.object();
        var list = data.putArray("noticeList");
        unsigned.forEach(one -> list.addObject().put("noticeId", one.noticeId()).put("caseId", one.caseId()));
        return ask("NOTICE_SIGNING", data, cursor, SIGNING);
    }

    private Step.Ask ask(String action, ObjectNode data, Cursor cursor, String note) {
        return new Step.Ask(calls.call(action, UUID.randomUUID().toString(), data), cursor, note);
    }

    private static List<JsonNode> notices(JsonNode result) {
        var list = result.path("resultList");
        if (!list.isArray() && result.path("pageInfo").path("totalRecord").asInt(0) > 0) {
            throw new RemoteUnavailable("the platform counts notices and lists none");
        }
        var notices = new ArrayList<JsonNode>();
        list.forEach(notices::add);
        return notices;
    }

    /** What is told to the far end of one notice. */
    private record Signature(String noticeId, String caseId) {
        static List<Signature> of(JsonNode notice) {
            var id = WireJson.text(notice.path("noticeId"));
            return id.isBlank() ? List.of() : List.of(new Signature(id, Notice.caseId(notice)));
        }
    }

    /** How far a round is: the name that is asked for, and what was found under it and is to be signed for. */
    private record Position(int name, List<Signature> unsigned) {
        static Position of(Cursor cursor) {
            if (cursor.equals(Cursor.START)) {
                return new Position(0, List.of());
            }
            try {
                var saved = WireJson.read(cursor.value());
                var unsigned = new ArrayList<Signature>();
                saved.path("unsigned")
                        .forEach(one -> unsigned.add(new Signature(
                                one.path("noticeId").asString(""),
                                one.path("caseId").asString(""))));
                return new Position(saved.path("name").asInt(0), unsigned);
            } catch (MalformedMessage e) {
                throw new IllegalStateException("a cursor that this adapter never wrote", e);
            }
        }

        Cursor cursor() {
            var saved = WireJson.object().put("name", name);
            var list = saved.putArray("unsigned");
            unsigned.forEach(
                    one -> list.addObject().put("noticeId", one.noticeId()).put("caseId", one.caseId()));
            return new Cursor(saved.toString());
        }
    }
}
