package org.intakehub.gateway.life;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.gateway.reply.CaseAnswers;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Tells everyone who told the matter what became of it, each on his own channel. */
@Component
class CitizenNotices {
    private final CaseAnswers answers;
    private final Supplier<UUID> ids;
    private final Properties texts = new Properties();

    CitizenNotices(CaseAnswers answers, Supplier<UUID> ids) {
        this.answers = answers;
        this.ids = ids;
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("replies/life.properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of notices to citizens are missing", e);
        }
    }

    /**
     * Queues a notice, in the transaction of the change that it tells of.
     *
     * @param text its key
     * @param values what its places hold
     */
    void tell(CaseLine of, String text, Map<String, String> values, Actor actor) {
        var words = Objects.requireNonNull(texts.getProperty(text), text).replace("{number}", of.number());
        for (var value : values.entrySet()) {
            words = words.replace("{" + value.getKey() + "}", value.getValue());
        }
        answers.tell(of.id(), ids.get(), words, actor.login());
    }
}
