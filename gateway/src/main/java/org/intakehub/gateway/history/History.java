package org.intakehub.gateway.history;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends what happened to a case, in the transaction that makes it happen. */
@Component
public class History {
    /** The actor of what the hub does by itself. */
    public static final String HUB = "hub";

    /** Appends one event; for a statement that does more in the same round trip, with the parameters of {@link #parameters}. */
    public static final String APPEND =
            "insert into history (case_id, at, actor, kind, detail) values (:historyCase, :historyAt, :historyActor, :historyKind, :historyDetail::jsonb)";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    History(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends one event.
     *
     * @param actor {@link #HUB}, or the login name of the person who acted
     */
    public void append(UUID caseId, String actor, Event event, Map<String, ?> detail) {
        jdbc.sql(APPEND).params(parameters(caseId, actor, event, detail)).update();
    }

    /** What {@link #APPEND} needs for one event. */
    public Map<String, Object> parameters(UUID caseId, String actor, Event event, Map<String, ?> detail) {
        return Map.of(
                "historyCase",
                caseId,
                "historyAt",
                Times.sql(clock.instant()),
                "historyActor",
                actor,
                "historyKind",
                event.name(),
                "historyDetail",
                json.write(detail));
    }

    /** Kinds of events. */
    public enum Event {
        CALLED_BACK,
        FOLLOW_UP_BEGUN,
        FOLLOW_UP_ATTEMPTED,
        FOLLOWED_UP,
        ANSWER_DRAFTED,
        ANSWER_APPROVED,
        ANSWER_SENT_BACK,
        ACCEPTED,
        MESSAGE_JOINED,
        NOTICE_RECEIVED,
        MESSAGE_READ_AGAIN,
        CLASSIFIED,
        SENT_TO_TRIAGE,
        CORRECTED,
        DISPATCHED,
        MERGED,
        UNMERGED,
        SUGGESTION_DISMISSED,
        CLOCK_BREACHED,
        ANSWER_GIVEN,
        ORDER_SIGNED,
        CONTACTED,
        CONTACT_ATTEMPTED,
        DEPARTED,
        ARRIVED,
        RESULT_SUBMITTED,
        RETURN_ASKED,
        EXTENSION_ASKED,
        SUSPENSION_ASKED,
        SUSPENSION_ENDED,
        RULED,
        ANSWERED_DIRECTLY,
        TRANSFERRED,
        NOT_ACCEPTED,
        REWORK,
        REOPENED,
        CLOSED,
        REPLY_SENT,
        REPLY_DELIVERED,
        REPLY_READ,
        REPLY_OTHER_WAY,
        REQUEST_MADE,
        REQUEST_SENT,
        REQUEST_BY_HAND,
        REQUEST_FAILED,
        REQUEST_UNCERTAIN,
        REQUEST_AGREED,
        REQUEST_DECLINED,
        REPLY_FAILED,
        REPLY_BY_HAND,
        REPLY_UNCERTAIN,
        ATTACHMENT_FETCHED,
        ATTACHMENT_FAILED,
        EMERGENCY_UNSIGNED,
        EMERGENCY_TAKEN,
        SPLIT,
        SPLIT_OFF,
        SPLIT_UNDONE,
        CONTACT_JOINED,
        CONTACT_PARTED,
        CONTACT_REFUSED,
        TAKEN,
        GIVEN_BACK,
        DECISION_UNDONE,
        SUGGESTION_RECALLED,
        NOTED,
        ALERT_ACKNOWLEDGED,
        OUTAGE_LINKED,
        OUTAGE_UNLINKED,
        OUTAGE_OVER,
        URGED,
        INSTRUCTED,
        UNITS_MET,
        SITE_VISITED,
        KEPT_FROM,
        REVEALED
    }
}
