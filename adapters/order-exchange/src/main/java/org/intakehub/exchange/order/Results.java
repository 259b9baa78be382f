package org.intakehub.exchange.order;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Reply;
import org.intakehub.exchange.wire.ActionCalls;
import org.intakehub.exchange.wire.Envelope;
import org.intakehub.exchange.wire.WireJson;

/**
 * What a superior is told of an order: that it was signed for, and its result.
 *
 * @param names the superior's names of the fields that it calls otherwise
 */
record Results(ActionCalls calls, Map<String, String> names) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OrderTimes.ZONE);

    Call call(Reply reply) {
        var isAcknowledgement = reply.kind() == Reply.Kind.ACKNOWLEDGEMENT;
        var data = WireJson.object().put(name("caseId"), number(reply));
        data.put(name(isAcknowledgement ? "signTime" : "disposeTime"), TIME.format(reply.queuedAt()));
        if (!isAcknowledgement) {
            data.put(name("disposeOpinion"), reply.text());
        }
        return calls.call(isAcknowledgement ? "SIGN" : "DISPOSE_FEEDBACK", uid(reply), data);
    }

    static String number(Reply reply) {
        return reply.externalId().orElse(reply.recipient());
    }

    /** The superior's own id of the record; what was asked, which makes it the same for every attempt, if it names none. */
    static String confirmed(Answer answer, Payload opened) {
        var record = WireJson.text(Envelope.told(answer, opened).path("recId"));
        return record.isBlank() ? "sha256:" + answer.asked().call().body().sha256() : record;
    }

    private String name(String field) {
        return names.getOrDefault(field, field);
    }

    private static String uid(Reply reply) {
        return UUID.nameUUIDFromBytes(reply.id().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
