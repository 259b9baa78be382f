package org.intakehub.gateway.reply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks far ends about matters: for more time, to take one back, to take one over. Sent in the background, once, with proof. */
@Component
public class FarRequests {
    private final JdbcClient jdbc;
    private final Sources sources;
    private final SavedOutbox outbox;
    private final History history;
    private final Json json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FarRequests(
            JdbcClient jdbc,
            Sources sources,
            SavedOutbox outbox,
            History history,
            Json json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.outbox = outbox;
        this.history = history;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** What became of a person's wish. */
    public enum Result {
        DONE,
        /** Somebody or something changed the case since the person looked at it. */
        STALE,
        /** No far end takes such a request about this case. */
        NOT_TAKEN
    }

    /** What can be asked about a case, by source: of the far end that it came from, and of those that take matters over. */
    public Map<String, Set<Kind>> possible(UUID caseId) {
        var own = source(caseId);
        var possible = new TreeMap<String, Set<Kind>>();
        for (var source : sources.running()) {
            source.as(RequestingAdapter.class).map(RequestingAdapter::requests).ifPresent(kinds -> {
                if (source.id().value().equals(own)) {
                    possible.put(own, kinds);
                } else if (kinds.contains(Kind.HAND_OVER)) {
                    possible.put(source.id().value(), Set.of(Kind.HAND_OVER));
                }
            });
        }
        return possible;
    }

    /**
     * A person's wish.
     *
     * @param requestId the same for every attempt; a second one changes nothing
     * @param revision the revision of the case that the person looked at
     */
    @Transactional
    public Result ask(UUID caseId, UUID requestId, int revision, RequestFields fields, String actor) {
        if (isKnown(requestId)) {
            return Result.DONE;
        }
        if (taker(caseId, fields.kind()).isEmpty()) {
            return Result.NOT_TAKEN;
        }
        var touched = jdbc.sql(
                        "update case_file set revision = revision + 1, updated_at = now() where id = ? and revision = ?")
                .params(caseId, revision)
                .update();
        if (touched == 0) {
            return Result.STALE;
        }
        ask(caseId, requestId, fields, actor);
        return Result.DONE;
    }

    /**
     * Asks in the transaction of the change that sets it off.
     *
     * @return false if no far end takes such a request about this case
     */
    @Transactional
    public boolean ask(UUID caseId, UUID requestId, RequestFields fields, String actor) {
        var taker = taker(caseId, fields.kind());
        if (taker.isEmpty()) {
            return false;
        }
        var added = jdbc.sql("""
                        insert into far_request (id, case_id, channel, source, kind, data, state, asked_by, created_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, 'QUEUED', ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        requestId,
                        caseId,
                        taker.get().channel().value(),
                        taker.get().id().value(),
                        fields.kind().name(),
                        json.write(fields),
                        actor)
                .param(Times.sql(clock.instant()))
                .update();
        if (added == 1) {
            history.append(
                    caseId,
                    actor,
                    Event.REQUEST_MADE,
                    Map.of(
                            "request",
                            requestId,
                            "kind",
                            fields.kind(),
                            "source",
                            taker.get().id().value()));
            outbox.add(Hop.of(Queues.REQUEST, requestId.toString()));
        }
        return true;
    }

    private boolean isKnown(UUID requestId) {
        return jdbc.sql("select count(*) from far_request where id = ?")
                        .param(requestId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private Optional<Source> taker(UUID caseId, Kind kind) {
        return possible(caseId).entrySet().stream()
                .filter(source -> source.getValue().contains(kind))
                .findFirst()
                .flatMap(source -> sources.find(source.getKey()));
    }

    private String source(UUID caseId) {
        return jdbc.sql("select source from case_file where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** All that was asked about a case, the oldest first. */
    public List<Asked> of(UUID caseId) {
        return jdbc.sql(
                        "select id, source, kind, data::text as data, state, reason, platform_id, asked_by, created_at, sent_at,"
                                + " settled_at from far_request where case_id = ? order by seq")
                .param(caseId)
                .query(Asked.class)
                .list();
    }

    /**
     * A person says that the far end knows.
     *
     * @return false if no such request of this case waits for a person
     */
    @Transactional
    public boolean settled(UUID caseId, UUID requestId, String actor) {
        var settled = jdbc.sql("""
                        update far_request set state = 'DONE', settled_at = now(), reason = null
                        where id = ? and case_id = ? and state in ('BY_HAND', 'FAILED', 'UNCERTAIN')
                        """).params(requestId, caseId).update() == 1;
        if (settled) {
            history.append(caseId, actor, Event.REQUEST_SENT, Map.of("request", requestId, "how", "by hand"));
        }
        return settled;
    }

    private record Ruled(UUID id, UUID caseId) {}

    /**
     * The far end's word on the latest request of its kind; runs in the transaction that files the notice.
     *
     * @param caseId the case, or the one that it was merged into
     * @param number by which the far end calls the matter; empty if it did not say
     */
    public void ruled(UUID caseId, String source, Optional<String> number, Kind kind, boolean isAgreed) {
        jdbc.sql("""
                        update far_request set state = :state, settled_at = now(), reason = null where id = (
                            select r.id from far_request r join case_file c on c.id = r.case_id
                            where (c.id = :case or c.merged_into = :case) and (:number::text is null or c.external_id = :number)
                                and r.source = :source and r.kind = :kind
                                and r.state in ('SENDING', 'SENT', 'UNCERTAIN', 'DONE') order by r.seq desc limit 1)
                        returning id, case_id
                        """)
                .param("state", isAgreed ? "AGREED" : "DECLINED")
                .param("case", caseId)
                .param("number", number.orElse(null))
                .param("source", source)
                .param("kind", kind.name())
                .query(Ruled.class)
                .optional()
                .ifPresent(ruled -> {
                    history.append(
                            ruled.caseId(),
                            History.HUB,
                            isAgreed ? Event.REQUEST_AGREED : Event.REQUEST_DECLINED,
                            Map.of("request", ruled.id(), "kind", kind));
                    events.publishEvent(new RequestRuled(ruled.caseId(), ruled.id(), kind, isAgreed));
                });
    }
}
