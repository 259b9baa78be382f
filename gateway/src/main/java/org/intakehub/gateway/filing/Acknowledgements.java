package org.intakehub.gateway.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.Source;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queues the "we have it" for a citizen who opened a case on a channel that can answer; capped, so that two machines never talk on. */
@Component
class Acknowledgements {
    private static final int PER_RECIPIENT_AND_DAY = 10;

    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final String template;

    Acknowledgements(JdbcClient jdbc, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        try {
            template = new ClassPathResource("replies/acknowledgement.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the text of the acknowledgement is missing", e);
        }
    }

    /**
     * Queues the acknowledgement of a case that a message opened; a machine's mail is never answered, also if a person opened a case of it.
     *
     * @return the id of the reply to send, if one is to be sent
     */
    Optional<UUID> queue(Cases.Opened opened, UUID messageId, RawMessage raw, IntakeMessage message, Source source) {
        var recipient = message.citizen().handle();
        if (source.as(ReplyingAdapter.class)
                        .filter(ReplyingAdapter::acknowledges)
                        .isEmpty()
                || recipient.isEmpty()
                || message.automaticReason().isPresent()) {
            return Optional.empty();
        }
        var capped = lately(source, recipient.get()) >= PER_RECIPIENT_AND_DAY;
        var id = ids.get();
        jdbc.sql("""
                        insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, reason, created_at)
                        values (?, ?, ?, ?, ?, 'ACKNOWLEDGEMENT', ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        opened.id(),
                        messageId,
                        raw.channel().value(),
                        raw.source().value(),
                        recipient.get(),
                        text(opened),
                        capped ? "SKIPPED" : "QUEUED")
                .param(
                        capped
                                ? "more than " + PER_RECIPIENT_AND_DAY + " acknowledgements to one address in a day"
                                : null)
                .param(Times.sql(clock.instant()))
                .update();
        return capped ? Optional.empty() : Optional.of(id);
    }

    private int lately(Source source, String recipient) {
        return jdbc.sql("select count(*) from reply where source = ? and recipient = ? and created_at > ?")
                .params(
                        source.id().value(),
                        recipient,
                        Times.sql(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
    }

    private String text(Cases.Opened opened) {
        return template.replace("{number}", opened.number()).replace("{queryCode}", opened.queryCode());
    }
}
