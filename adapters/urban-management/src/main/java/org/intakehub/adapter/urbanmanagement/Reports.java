package org.intakehub.adapter.urbanmanagement;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Threading;
import org.intakehub.core.channel.WrittenTime;
import org.intakehub.exchange.wire.Fields;
import org.intakehub.exchange.wire.People;
import org.intakehub.exchange.wire.Secrecy;
import tools.jackson.databind.JsonNode;

/** Makes a matter of a case that the platform hands to the city. */
record Reports(Codes codes, Places places) {
    private static final int TITLE = 40;

    private static final People.Names PEOPLE = new People.Names(
            List.of("reporterName"),
            List.of("genderId", "genderName"),
            List.of("contact", "telReply"),
            List.of("email"),
            List.of("reporterAddress"),
            List.of("IdCardNo", "idCardNo"));

    /** @param otherwise key of a case that bears no number; empty: such a case is refused */
    IntakeMessage read(JsonNode data, String otherwise) {
        var fields = Fields.of(data).without("medias");
        var caseId = fields.line("caseId");
        if (caseId.isEmpty() && otherwise.isEmpty()) {
            throw new MalformedMessage("the report has no caseId");
        }
        var message = IntakeMessage.of(key(caseId, fields, otherwise));
        // a case that comes again under another handle, to be redone, goes on with the first
        caseId.ifPresent(id -> message.externalId(id).threading(Threading.continuing(id)));
        var text = fields.text("eventDesc");
        if (text.isEmpty()) {
            message.note("no description");
        }
        message.text(text.orElse("")).title(title(fields, text.orElse("")));
        for (var name : List.of("registerTime", "callTime")) {
            time(fields, name, message);
        }
        codes.add(fields, message);
        message.place(places.place(fields, message));
        message.confidentiality(Secrecy.of(fields, List.of("publicFlag", "reporterPublicFlag"), List.of(), message));
        message.citizen(People.citizen(fields, PEOPLE, caseId));
        fields.line("handleOrgName").ifPresent(message::namedUnit);
        Pictures.add(data.path("medias"), message);
        fields.rest(message::extra);
        return message.build();
    }

    private static MessageKey key(Optional<String> caseId, Fields fields, String otherwise) {
        return caseId.map(id -> fields.peek("caseHandleId")
                        .map(handle -> MessageKey.of(id, handle))
                        .orElseGet(() -> MessageKey.of(id)))
                .orElseGet(() -> MessageKey.of(otherwise));
    }

    /** When the citizen called counts more than when the case was registered, so it comes last. */
    private static void time(Fields fields, String name, IntakeMessage.Builder message) {
        fields.peek(name).ifPresent(written -> {
            var moment = WrittenTime.read(written, Feedback.ZONE);
            if (moment.isPresent()) {
                message.occurredAt(moment.get());
            } else {
                message.note(name + " not understood");
            }
        });
    }

    private static String title(Fields fields, String text) {
        return fields.line("title")
                .or(() -> fields.peek("thirdTypeName"))
                .or(() -> fields.peek("subTypeName"))
                .orElseGet(() -> begin(text.lines().findFirst().orElse("")));
    }

    private static String begin(String line) {
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE));
    }
}
