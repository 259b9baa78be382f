package org.intakehub.exchange.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.RemoteRejected;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applications, rulings, checks and ends, as the open interface of Egova V22 takes them.
 *
 * @param names the far end's names of the fields that it calls otherwise
 * @param zone where its clocks hang
 */
public record Applications(ActionCalls calls, Map<String, String> names, ZoneId zone) {
    /** What the interface has an action for. */
    public static final Set<Kind> KINDS = Set.copyOf(
            EnumSet.of(Kind.EXTENSION, Kind.RETURN, Kind.CANCEL, Kind.RULING, Kind.CHECK_FEEDBACK, Kind.ARCHIVE));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** The interface's own words for the three that can be applied for. */
    private static final Map<Kind, String> NOUNS =
            Map.of(Kind.EXTENSION, "POSTPONE", Kind.RETURN, "ROLLBACK", Kind.CANCEL, "CANCEL");
    /** Applied for, to be ruled on. */
    private static final int REVIEW = 1;
    /** Postponed until a time, not by hours or days. */
    private static final int UNTIL = 0;

    private static final String NORMAL_END = "1";

    /**
     * The call that makes the request.
     *
     * @throws RemoteRejected if the request names no case of the far end, or the interface has no action for it
     */
    public Call call(FarRequest request) {
        var number = request.externalId().orElseThrow(() -> new RemoteRejected("the platform has no such case"));
        var data = WireJson.object().put(name("caseId"), number);
        var wish = request.wish();
        if (wish instanceof FarRequest.Ruling ruling) {
            rule(ruling, request, data);
            return made("REPLY_" + NOUNS.get(ruling.on()), request, data);
        }
        if (wish instanceof FarRequest.CheckFeedback check) {
            data.put(name("checkResult"), check.isPassed() ? 1 : 0).put(name("checkOpinion"), request.opinion());
            data.put(name("checkTime"), written(request.askedAt()));
            return made("CHECK_FEEDBACK", request, data);
        }
        if (wish instanceof FarRequest.Archive) {
            data.put(name("archiveTypeId"), NORMAL_END).put(name("archiveOpinion"), request.opinion());
            data.put(name("archiveTime"), written(request.askedAt()));
            return made("ARCHIVE", request, data);
        }
        return applied(request, data);
    }

    private Call applied(FarRequest request, ObjectNode data) {
        var noun = NOUNS.get(request.wish().kind());
        if (noun == null) {
            throw new RemoteRejected(
                    "the platform has no action for " + request.wish().kind());
        }
        data.put(name("applyTypeId"), REVIEW).put(name("applyReason"), request.opinion());
        data.put(name("applyTime"), written(request.askedAt()));
        if (request.wish() instanceof FarRequest.Extension extension) {
            data.put(name("postponeType"), UNTIL).put(name("postponeDeadline"), written(extension.until()));
        }
        return made("APPLY_" + noun, request, data);
    }

    private void rule(FarRequest.Ruling ruling, FarRequest request, ObjectNode data) {
        data.put(name("replyResult"), ruling.isAgreed() ? 1 : 0).put(name("replyOpinion"), request.opinion());
        data.put(name("replyTime"), written(request.askedAt()));
        ruling.until().ifPresent(until -> data.put(name("thirdDeadlineTime"), written(until)));
    }

    private Call made(String action, FarRequest request, ObjectNode data) {
        var uid = UUID.nameUUIDFromBytes(request.id().getBytes(StandardCharsets.UTF_8));
        return calls.call(action, uid.toString(), data);
    }

    private String written(Instant when) {
        return TIME.format(when.atZone(zone));
    }

    private String name(String field) {
        return names.getOrDefault(field, field);
    }
}
