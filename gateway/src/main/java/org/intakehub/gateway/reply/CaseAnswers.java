package org.intakehub.gateway.reply;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers a case: everyone who told the matter, on his own channel, once; what each will read can be seen before. */
@Component
public class CaseAnswers {
    /** Longer than any platform takes, shorter than a mistake. */
    public static final int LONGEST = 20_000;

    /** Everyone who told this case or one that was merged into it, by the latest message of each. */
    private static final String TELLERS = """
            select distinct on (m.source, handle) m.id as message_id, m.case_id, m.source, raw.channel, handle as recipient
            from message m join raw_message raw on raw.receipt_id = m.receipt_id join case_file c on c.id = m.case_id,
                lateral (select coalesce(m.normalised #>> '{citizen,handle}', c.citizen_handle, '') as handle) one
            where (c.id = :id or c.merged_into = :id) and m.kind = 'MATTER'
            order by m.source, handle, m.seq desc
            """;

    private static final String OWN_TELLERS = TELLERS.replace("(c.id = :id or c.merged_into = :id)", "c.id = :id");

    private final JdbcClient jdbc;
    private final ReplyRows rows;
    private final Fallback fallback;
    private final SavedOutbox outbox;
    private final History history;
    private final Clock clock;

    CaseAnswers(JdbcClient jdbc, ReplyRows rows, Fallback fallback, SavedOutbox outbox, History history, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fallback = fallback;
        this.outbox = outbox;
        this.history = history;
        this.clock = clock;
    }

    private record Teller(UUID messageId, UUID caseId, String source, String channel, String recipient) {}

    /**
     * What one citizen would read.
     *
     * @param how CALL, MAIL or BY_HAND on the channel itself; CALL_BACK if a person telephones; NONE if a person has to find a way
     * @param isCut the platform takes no more than this
     */
    public record Preview(
            String channel, String source, String recipient, String how, String text, int characters, boolean isCut) {
        @Override
        public String toString() {
            return "Preview[" + source + ", " + how + "]";
        }
    }

    /** What became of a person's answer. */
    public enum Result {
        DONE,
        /** Somebody or something changed the case since the person looked at it. */
        STALE,
        /** Nobody told the matter on any channel. */
        NOBODY,
        /** A second person has to see it first. */
        WAITS
    }

    /**
     * What was given.
     *
     * @param replies the ids of the replies, one for each citizen
     */
    public record Given(Result result, List<UUID> replies) {}

    /** What each citizen would read if the text were sent now. */
    @Transactional(readOnly = true)
    public List<Preview> preview(UUID caseId, String text) {
        return tellers(caseId).stream().map(teller -> preview(teller, text)).toList();
    }

    private Preview preview(Teller teller, String text) {
        var row = rows.draft(teller.messageId(), teller.source(), teller.recipient(), text, Times.sql(clock.instant()));
        var shown = text;
        var how = "";
        try {
            var adapter = fallback.replying(row);
            var outgoing = adapter.map(one -> one.compose(row.reply()));
            how = outgoing.map(CaseAnswers::how).orElseGet(() -> beyond(row));
            if (outgoing.isPresent()) {
                shown = outgoing.get() instanceof Outgoing.ByHand task && task.expired()
                        ? text
                        : adapter.orElseThrow().shown(row.reply());
                how = outgoing.get() instanceof Outgoing.ByHand task && task.expired() ? beyond(row) : how;
            }
        } catch (RemoteRejected e) {
            how = beyond(row);
        }
        return new Preview(
                teller.channel(),
                teller.source(),
                teller.recipient(),
                how,
                shown,
                shown.codePointCount(0, shown.length()),
                !shown.equals(text));
    }

    private static String how(Outgoing outgoing) {
        return outgoing instanceof Outgoing.ByHand ? "BY_HAND" : outgoing instanceof Outgoing.ByMail ? "MAIL" : "CALL";
    }

    private String beyond(ReplyRow row) {
        return fallback.beyondThePlatform(row).map(Way::name).orElse("NONE");
    }

    /**
     * Gives the answer to everyone who told the matter.
     *
     * @param answerId the same for every attempt at giving it; a second one changes nothing
     * @param revision the revision of the case that the person looked at
     */
    @Transactional
    public Given give(UUID caseId, UUID answerId, int revision, String text, String actor) {
        var before = given(answerId);
        if (!before.isEmpty()) {
            return new Given(Result.DONE, before);
        }
        if (tellers(caseId).isEmpty()) {
            return new Given(Result.NOBODY, List.of());
        }
        return touch(caseId, revision)
                ? new Given(Result.DONE, tell(caseId, answerId, text, actor))
                : new Given(Result.STALE, List.of());
    }

    /** Says that a person changed the case; false if it is not as he saw it. */
    @Transactional
    public boolean touch(UUID caseId, int revision) {
        return jdbc.sql(
                                "update case_file set revision = revision + 1, updated_at = now() where id = ? and revision = ?")
                        .params(caseId, revision)
                        .update()
                == 1;
    }

    /**
     * The same in the transaction of a step that was checked before.
     *
     * @return the ids of the replies, one for each citizen
     */
    @Transactional
    public List<UUID> tell(UUID caseId, UUID answerId, String text, String actor) {
        return tell(caseId, answerId, text, actor, tellers(caseId));
    }

    /** The same for whoever told this very case, whatever was merged into it. */
    @Transactional
    public List<UUID> tellOwn(UUID caseId, UUID answerId, String text, String actor) {
        return tell(
                caseId,
                answerId,
                text,
                actor,
                jdbc.sql(OWN_TELLERS).param("id", caseId).query(Teller.class).list());
    }

    private List<UUID> tell(UUID caseId, UUID answerId, String text, String actor, List<Teller> tellers) {
        var replies = tellers.stream()
                .map(teller -> queue(teller, answerId, Json.storable(text), actor))
                .toList();
        if (!replies.isEmpty()) {
            history.append(
                    caseId, actor, History.Event.ANSWER_GIVEN, Map.of("answer", answerId, "citizens", replies.size()));
        }
        return replies;
    }

    private UUID queue(Teller teller, UUID answerId, String text, String actor) {
        var name = answerId + "\n" + teller.source() + "\n" + teller.recipient();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, answer_id,
                            given_by, created_at)
                        values (?, ?, ?, ?, ?, 'ANSWER', ?, ?, 'QUEUED', ?, ?, ?)
                        """)
                .params(
                        id,
                        teller.caseId(),
                        teller.messageId(),
                        teller.channel(),
                        teller.source(),
                        teller.recipient(),
                        text,
                        answerId,
                        actor)
                .param(Times.sql(clock.instant()))
                .update();
        outbox.add(Hop.of(Queues.REPLY, id.toString()));
        return id;
    }

    private List<Teller> tellers(UUID caseId) {
        return jdbc.sql(TELLERS).param("id", caseId).query(Teller.class).list();
    }

    private List<UUID> given(UUID answerId) {
        return jdbc.sql("select id from reply where answer_id = ? and replaces is null order by source, recipient")
                .param(answerId)
                .query(UUID.class)
                .list();
    }
}
