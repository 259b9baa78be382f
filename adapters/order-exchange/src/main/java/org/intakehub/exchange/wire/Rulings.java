package org.intakehub.exchange.wire;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Threading;
import org.intakehub.core.channel.WrittenTime;

/** Makes a notice of what a platform says of a case that it handed over before: a ruling, a rating, a press, an end. */
public final class Rulings {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("REPLY_ROLLBACK", "退回申请的批复"),
            Map.entry("REPLY_POSTPONE", "延期申请的批复"),
            Map.entry("REPLY_CANCEL", "作废申请的批复"),
            Map.entry("APPLY_ROLLBACK", "申请退回"),
            Map.entry("APPLY_POSTPONE", "申请延期"),
            Map.entry("APPLY_CANCEL", "申请作废"),
            Map.entry("DISPOSE_FEEDBACK", "处置反馈"),
            Map.entry("CHECK_FEEDBACK", "核查反馈"),
            Map.entry("PRESS", "催办"),
            Map.entry("SUPERVISE", "督办"),
            Map.entry("CANCEL", "作废"),
            Map.entry("FINISH", "办结"),
            Map.entry("ARCHIVE", "结案归档"),
            Map.entry("EVALUATE", "评价"),
            Map.entry("NOTIFY", "通知"),
            Map.entry("SIGN", "签收"),
            Map.entry("UPDATE_CASE_INFO", "案件信息变更"),
            Map.entry("UPLOAD_MEDIA", "补充附件"));

    /** Fields that are for reading, in the order in which they are read. */
    private static final List<Map.Entry<String, String>> READABLE = List.of(
            Map.entry("applyReason", "理由"),
            Map.entry("replyOpinion", "意见"),
            Map.entry("disposeOpinion", "处置意见"),
            Map.entry("checkOpinion", "核查意见"),
            Map.entry("archiveOpinion", "结案意见"),
            Map.entry("archiveTypeName", "结案方式"),
            Map.entry("pressOpinion", "催办意见"),
            Map.entry("superviseOpinion", "督办意见"),
            Map.entry("cancelReason", "作废原因"),
            Map.entry("evaluateContent", "评价内容"),
            Map.entry("opinion", "意见"),
            Map.entry("content", "内容"),
            Map.entry("thirdDeadlineTime", "新的时限"));

    private static final List<String> TIMES = List.of(
            "replyTime",
            "applyTime",
            "disposeTime",
            "checkTime",
            "archiveTime",
            "pressTime",
            "superviseTime",
            "cancelTime",
            "evaluateTime",
            "signTime");

    /** Under these names the hub finds the request that was ruled on. */
    private static final Map<String, Kind> APPLIED =
            Map.of("REPLY_ROLLBACK", Kind.RETURN, "REPLY_POSTPONE", Kind.EXTENSION, "REPLY_CANCEL", Kind.CANCEL);

    private static final String AGREED = "同意";
    private static final int LONG_ID = 100;

    private final ZoneId zone;

    public Rulings(ZoneId zone) {
        this.zone = zone;
    }

    public static boolean knows(String action) {
        return TITLES.containsKey(action);
    }

    public IntakeMessage.Builder read(Notice notice, Fields fields) {
        var caseId = fields.line("caseId").orElseThrow(() -> new MalformedMessage("the notice does not name its case"));
        var title = TITLES.getOrDefault(notice.action(), notice.action());
        var message = IntakeMessage.of(key(notice, caseId)).notice().threading(Threading.continuing(caseId));
        var verdict = fields.peek("replyResult").flatMap(word -> verdict(word, message));
        message.title(title + verdict.map(word -> "：" + word).orElse(""));
        message.extra("action", notice.action());
        var on = APPLIED.get(notice.action());
        if (on != null && verdict.isPresent()) {
            message.extra("ruling-on", on.name()).extra("ruling", verdict.get().equals(AGREED) ? "AGREED" : "DECLINED");
        }
        TIMES.stream()
                .flatMap(name -> fields.peek(name).stream())
                .flatMap(text -> WrittenTime.read(text, zone).stream())
                .findFirst()
                .ifPresent(message::occurredAt);
        var text = new StringBuilder();
        READABLE.forEach(field -> fields.text(field.getKey())
                .ifPresent(value -> text.append(text.isEmpty() ? "" : "\n")
                        .append(field.getValue())
                        .append('：')
                        .append(value)));
        return message.text(text.toString());
    }

    private static Optional<String> verdict(String word, IntakeMessage.Builder message) {
        var yes = Flag.of(word);
        if (yes.isEmpty()) {
            message.note("replyResult not known");
        }
        return yes.map(agreed -> agreed ? AGREED : "不同意");
    }

    /** A push has no id of its own, so what is said makes it the same. */
    private static MessageKey key(Notice notice, String caseId) {
        if (!notice.id().isBlank() && notice.id().length() <= LONG_ID) {
            return MessageKey.of("notice", notice.id());
        }
        var said = Payload.of(notice.data().toString(), StandardCharsets.UTF_8).sha256();
        return MessageKey.of(notice.action(), caseId, said.substring(0, 16));
    }
}
