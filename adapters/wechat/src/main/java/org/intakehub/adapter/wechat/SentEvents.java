package org.intakehub.adapter.wechat;

import java.util.Optional;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.DeliveryReport.State;

/** What the platform tells of a template or subscription message after it took it; nothing tells that it was read. */
final class SentEvents {
    private static final String TEMPLATE = "TEMPLATESENDJOBFINISH";
    private static final String SUBSCRIPTION = "subscribe_msg_sent_event";
    private static final String SUBSCRIBED = "SubscribeMsgSentEvent.List.";

    private SentEvents() {}

    /** Empty if the event is another one or names no message. */
    static Optional<DeliveryReport> report(Fields fields) {
        return switch (fields.line("Event").orElse("")) {
            case TEMPLATE -> fields.line("MsgID").map(id -> template(id, fields));
            case SUBSCRIPTION -> fields.line(SUBSCRIBED + "MsgID").map(id -> subscription(id, fields));
            default -> Optional.empty();
        };
    }

    private static DeliveryReport template(String id, Fields fields) {
        var status = fields.line("Status").orElse("");
        return switch (status) {
            case "success" -> new DeliveryReport(id, State.DELIVERED, "");
            case "failed:user block" -> failed(id, "the citizen refuses the account's messages");
            default -> failed(id, "the platform could not deliver the message");
        };
    }

    private static DeliveryReport subscription(String id, Fields fields) {
        var code = fields.line(SUBSCRIBED + "ErrorCode").orElse("");
        if (code.equals("0")) {
            return new DeliveryReport(id, State.DELIVERED, "");
        }
        return failed(id, "the platform reports error " + (code.matches("-?[0-9]{1,6}") ? code : "of an unknown kind"));
    }

    private static DeliveryReport failed(String id, String reason) {
        return new DeliveryReport(id, State.FAILED, reason);
    }
}
