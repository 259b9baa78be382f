package org.intakehub.gateway.filing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.archive.RawState;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.reply.FarRequests;
import org.intakehub.gateway.reply.HandTasks;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the messages of one raw message into cases; runs within the transaction that also settles the raw message. */
@Component
class Filing {
    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    /** Under this name adapters say what a notice tells, and so that it tells of an answer that stands. */
    private static final String NOTICE = "notice";

    private static final String ANSWER = "answer";

    /** Under these names adapters say what a far end ruled on, and how. */
    private static final String RULING_ON = "ruling-on";

    private static final String RULING = "ruling";
    private static final String AGREED = "AGREED";

    private final JdbcClient jdbc;
    private final Sources sources;
    private final RawArchive archive;
    private final Messages messages;
    private final CaseFinder finder;
    private final Cases cases;
    private final Attachments attachments;
    private final Acknowledgements acknowledgements;
    private final HandTasks tasks;
    private final FarRequests requests;
    private final History history;
    private final List<Afterwards> afterwards;
    private final Supplier<UUID> ids;

    Filing(
            JdbcClient jdbc,
            Sources sources,
            RawArchive archive,
            Messages messages,
            CaseFinder finder,
            Cases cases,
            Attachments attachments,
            Acknowledgements acknowledgements,
            HandTasks tasks,
            FarRequests requests,
            History history,
            List<Afterwards> afterwards,
            Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.archive = archive;
        this.messages = messages;
        this.finder = finder;
        this.cases = cases;
        this.attachments = attachments;
        this.acknowledgements = acknowledgements;
        this.tasks = tasks;
        this.requests = requests;
        this.history = history;
        this.afterwards = List.copyOf(afterwards);
        this.ids = ids;
    }

    /** Why these bytes are a machine's mail; empty if a citizen may have written them. */
    static Optional<String> automaticReason(List<IntakeMessage> read) {
        return read.size() == 1 ? read.get(0).automaticReason() : Optional.empty();
    }

    /** What these bytes tell of something that the hub sent. */
    static Optional<DeliveryReport> report(List<IntakeMessage> read) {
        return read.size() == 1 ? read.get(0).report() : Optional.empty();
    }

    /** Notices about matters that are not here, or not here yet; a matter before them in the same bytes is as good as here. */
    List<IntakeMessage> orphans(RawMessage raw, List<IntakeMessage> read) {
        var here = new HashSet<String>();
        var orphans = new ArrayList<IntakeMessage>();
        for (var message : read) {
            if (message.kind() == IntakeMessage.Kind.MATTER) {
                message.externalId().ifPresent(here::add);
            } else if (message.threading().continues().filter(here::contains).isEmpty()
                    && finder.find(raw, message).isEmpty()) {
                orphans.add(message);
            }
        }
        return List.copyOf(orphans);
    }

    /** Keeps what a machine sent, which opens no case. */
    List<Hop> park(RawMessage raw, List<IntakeMessage> read) {
        afterwards.forEach(part -> part.parked(raw, read));
        return List.of();
    }

    /** Files what was read from a raw message that is marked as filed; a message that is known already stays where it is. */
    List<Hop> file(String receiptId, RawMessage raw, List<IntakeMessage> read) {
        var source = sources.find(raw.source()).orElseThrow();
        var hops = new ArrayList<Hop>();
        String sameAs = null;
        for (int position = 0; position < read.size(); position++) {
            var message = read.get(position);
            var known = messages.find(raw, message);
            if (known.isEmpty()) {
                hops.addAll(add(receiptId, position, raw, message, source));
            } else if (!known.get().receiptId().equals(receiptId)) {
                sameAs = known.get().receiptId();
            }
        }
        if (sameAs != null) {
            archive.settle(receiptId, RawState.FILED, "the same message was filed before", sameAs);
        }
        return hops;
    }

    private List<Hop> add(String receiptId, int position, RawMessage raw, IntakeMessage message, Source source) {
        var messageId = ids.get();
        var hops = new ArrayList<Hop>();
        var found = finder.find(raw, message);
        if (found.isPresent()) {
            var caseId = found.get().caseId();
            LOG.info(
                    "receipt {} joined case {} by its {}",
                    receiptId,
                    caseId,
                    found.get().how());
            messages.add(
                    messageId,
                    receiptId,
                    position,
                    raw,
                    message,
                    caseId,
                    found.get().how());
            jdbc.sql("update case_file set revision = revision + 1, updated_at = now() where id = ?")
                    .param(caseId)
                    .update();
            history.append(
                    caseId,
                    History.HUB,
                    message.kind() == IntakeMessage.Kind.NOTICE
                            ? History.Event.NOTICE_RECEIVED
                            : History.Event.MESSAGE_JOINED,
                    Map.of("by", found.get().how()));
            if (ANSWER.equals(message.extras().get(NOTICE))) {
                tasks.seen(caseId, raw.source().value());
            }
            ruled(caseId, raw, message);
        } else {
            var opened = cases.open(raw, message);
            LOG.info("receipt {} opened case {}", receiptId, opened.number());
            messages.add(messageId, receiptId, position, raw, message, opened.id(), "OPENED");
            afterwards.forEach(part -> part.opened(opened.id(), raw, message));
            hops.add(Hop.of(Queues.CLASSIFY, opened.id().toString()));
            acknowledgements
                    .queue(opened, messageId, raw, message, source)
                    .ifPresent(reply -> hops.add(Hop.of(Queues.REPLY, reply.toString())));
        }
        attachments.add(messageId, message, source).forEach(id -> hops.add(Hop.of(Queues.FETCH, id.toString())));
        return hops;
    }

    /** A far end's word on what the hub asked of it. */
    private void ruled(UUID caseId, RawMessage raw, IntakeMessage message) {
        var on = message.extras().get(RULING_ON);
        if (on != null && message.kind() == IntakeMessage.Kind.NOTICE) {
            var isAgreed = AGREED.equals(message.extras().get(RULING));
            var number = message.threading().continues().map(Json::storable);
            requests.ruled(caseId, raw.source().value(), number, FarRequest.Kind.valueOf(on), isAgreed);
        }
    }

    /**
     * What has to be sent on for a raw message that was filed before: exactly what its later stages have not done yet.
     *
     * @param sameDelivery the very message is back that was filed, so a crash kept its hops from being sent: also those of a case
     *     that went straight on. Who sends the same words again must not have work orders handed over again.
     */
    List<Hop> hopsAgain(String receiptId, boolean sameDelivery) {
        return jdbc.sql("""
                        select :classify as queue, c.id::text as id from case_file c
                            where c.state = 'ACCEPTED' and c.id in
                                (select case_id from message where receipt_id = :receipt and joined_by = 'OPENED')
                        union all
                        select :dispatch, c.id::text from case_file c
                            where :same and c.state in ('CLASSIFIED', 'DISPATCHED') and c.id in
                                (select case_id from message where receipt_id = :receipt and joined_by = 'OPENED')
                        union all
                        select :reply, r.id::text from reply r join message m on m.id = r.message_id
                            where m.receipt_id = :receipt and r.state = 'QUEUED'
                        union all
                        select :fetch, a.id::text from attachment a join message m on m.id = a.message_id
                            where m.receipt_id = :receipt and a.state = 'PENDING'
                        """)
                .param("classify", Queues.CLASSIFY)
                .param("dispatch", Queues.DISPATCH)
                .param("same", sameDelivery)
                .param("reply", Queues.REPLY)
                .param("fetch", Queues.FETCH)
                .param("receipt", receiptId)
                .query((row, number) -> Hop.of(row.getString("queue"), row.getString("id")))
                .list();
    }
}
