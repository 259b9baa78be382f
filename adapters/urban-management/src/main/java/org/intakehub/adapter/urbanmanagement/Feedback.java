package org.intakehub.adapter.urbanmanagement;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Reply;
import org.intakehub.exchange.wire.ActionCalls;
import org.intakehub.exchange.wire.Envelope;
import org.intakehub.exchange.wire.WireJson;

/** What the platform is told of a case: that it was signed for, and how it was disposed of. */
record Feedback(ActionCalls calls) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    Call call(Reply reply) {
        var uid = UUID.nameUUIDFromBytes(reply.id().getBytes(StandardCharsets.UTF_8))
                .toString();
        var data = WireJson.object().put("caseId", caseId(reply));
        if (reply.kind() == Reply.Kind.ACKNOWLEDGEMENT) {
            data.put("signTime", TIME.format(reply.queuedAt())).put("signOpinion", reply.text());
            return calls.call("SIGN", uid, data);
        }
        data.put("disposeOpinion", reply.text()).put("disposeTime", TIME.format(reply.queuedAt()));
        return calls.call("DISPOSE_FEEDBACK", uid, data);
    }

    static String caseId(Reply reply) {
        return reply.externalId().orElse(reply.recipient());
    }

    /** The platform's own id of the record; the call's if it names none. */
    static String confirmed(Answer answer) {
        var record = WireJson.text(Envelope.told(answer, answer.body()).path("recId"));
        return record.isBlank()
                ? WireJson.text(WireJson.read(answer.asked().call().body()).path("uid"))
                : record;
    }
}
