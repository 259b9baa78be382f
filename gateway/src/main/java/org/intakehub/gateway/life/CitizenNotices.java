package org.intakehub.gateway.life;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the citizen on the channel he came from what became of his matter, where that channel can be answered on. */
@Component
class CitizenNotices {
    private final JdbcClient jdbc;
    private final Sources sources;
    private final SavedOutbox outbox;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Properties texts = new Properties();

    CitizenNotices(JdbcClient jdbc, Sources sources, SavedOutbox outbox, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("replies/life.properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of notices to citizens are missing", e);
        }
    }

    private record Teller(UUID message, String channel, String source, String handle) {}

    /**
     * Queues a notice, in the transaction of the change that it tells of.
     *
     * @param text its key
     * @param values what its places hold
     */
    void tell(CaseLine of, String text, Map<String, String> values) {
        var words = Objects.requireNonNull(texts.getProperty(text), text).replace("{number}", of.number());
        for (var value : values.entrySet()) {
            words = words.replace("{" + value.getKey() + "}", value.getValue());
        }
        var said = words;
        jdbc.sql("""
                        select m.id as message, c.channel, c.source, c.citizen_handle as handle
                        from case_file c join message m on m.case_id = c.id and m.joined_by = 'OPENED'
                        where c.id = ? and c.citizen_handle is not null order by m.seq limit 1
                        """)
                .param(of.id())
                .query(Teller.class)
                .optional()
                .filter(teller -> sources.find(new SourceId(teller.source()))
                        .flatMap(source -> source.as(ReplyingAdapter.class))
                        .isPresent())
                .ifPresent(teller -> queue(of, teller, said));
    }

    private void queue(CaseLine of, Teller teller, String words) {
        var id = ids.get();
        jdbc.sql(
                        "insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, created_at)"
                                + " values (?, ?, ?, ?, ?, 'ANSWER', ?, ?, 'QUEUED', ?)")
                .params(id, of.id(), teller.message(), teller.channel(), teller.source(), teller.handle(), words)
                .param(Times.sql(clock.instant()))
                .update();
        outbox.add(Hop.of(Queues.REPLY, id.toString()));
    }
}
