package org.intakehub.gateway.reply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule by which an answer that a way did not take goes another: the platform's second way, then a mail to the address that the
 * citizen gave, then a person who telephones. Acknowledgements are not worth it, and of who must not be known no machine writes on
 * another channel.
 */
@Component
class Fallback {
    private static final Set<Confidentiality> NEVER_BY_MACHINE =
            Set.of(Confidentiality.WHISTLEBLOWER, Confidentiality.SENSITIVE);

    private final JdbcClient jdbc;
    private final Sources sources;
    private final SavedOutbox outbox;
    private final History history;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Fallback(JdbcClient jdbc, Sources sources, SavedOutbox outbox, History history, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.outbox = outbox;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** The way that comes after the one that a reply is on; empty if a person has to find one. */
    Optional<Way> after(ReplyRow row) {
        if (row.reply().kind() != Reply.Kind.ANSWER) {
            return Optional.empty();
        }
        if (row.way() == Way.CHANNEL
                && replying(row)
                        .flatMap(adapter -> adapter.otherwise(row.reply()))
                        .isPresent()) {
            return Optional.of(Way.NOTICE);
        }
        return beyondThePlatform(row);
    }

    /** The same, once the platform's own ways are known to be closed. */
    Optional<Way> beyondThePlatform(ReplyRow row) {
        if (row.reply().kind() != Reply.Kind.ANSWER) {
            return Optional.empty();
        }
        if (row.way() != Way.MAIL && mailbox(row).isPresent()) {
            return Optional.of(Way.MAIL);
        }
        return row.hasPhone() && row.way() != Way.CALL_BACK ? Optional.of(Way.CALL_BACK) : Optional.empty();
    }

    Optional<ReplyingAdapter> replying(ReplyRow row) {
        return sources.find(row.source()).flatMap(source -> source.as(ReplyingAdapter.class));
    }

    /** Sends the reply on its next way, in the transaction in which the one before was given up. */
    void take(Way way, ReplyRow row, String reason) {
        var id = UUID.fromString(row.reply().id());
        switch (way) {
            case NOTICE -> {
                jdbc.sql("update reply set state = 'QUEUED', way = 'NOTICE', reason = ? where id = ?")
                        .params(reason, id)
                        .update();
                outbox.add(Hop.of(Queues.REPLY, id.toString()));
            }
            case MAIL -> byMail(row, id, reason);
            case CALL_BACK, CHANNEL ->
                jdbc.sql("update reply set state = 'BY_HAND', way = ?, reason = ? where id = ?")
                        .params(way.name(), reason, id)
                        .update();
        }
        history.append(
                row.caseId(),
                History.HUB,
                Event.REPLY_OTHER_WAY,
                Map.of("reply", id, "way", way.name(), "reason", reason));
    }

    private void byMail(ReplyRow row, UUID id, String reason) {
        var mailbox = mailbox(row).orElseThrow();
        var next = ids.get();
        jdbc.sql("update reply set state = 'REPLACED', reason = ? where id = ?")
                .params(reason, id)
                .update();
        jdbc.sql("""
                        insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, way, answer_id,
                            replaces, given_by, created_at)
                        select ?, case_id, message_id, ?, ?, kind, ?, text, 'QUEUED', 'MAIL', answer_id, id, given_by, ?
                        from reply where id = ?
                        """)
                .params(List.of(
                        next,
                        mailbox.channel().value(),
                        mailbox.id().value(),
                        row.email().orElseThrow(),
                        Times.sql(clock.instant()),
                        id))
                .update();
        outbox.add(Hop.of(Queues.REPLY, next.toString()));
    }

    /** The first mailbox by name that can write to the citizen; none for a citizen whom no machine may name. */
    Optional<Source> mailbox(ReplyRow row) {
        if (row.email().isEmpty() || NEVER_BY_MACHINE.contains(row.confidentiality())) {
            return Optional.empty();
        }
        return sources.running().stream()
                .filter(source -> source.as(MailAdapter.class).isPresent())
                .filter(source -> source.as(ReplyingAdapter.class).isPresent())
                .filter(source -> !source.id().value().equals(row.source()))
                .findFirst();
    }
}
