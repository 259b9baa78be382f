package org.intakehub.gateway.counter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.gateway.refusal.Refusals;
import org.intakehub.gateway.source.ObservedHealth;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes in what visitors typed: checks the form's number, the work and the rate, and answers once the bytes are durable. */
@Component
class Counter {
    /** The channel whose sources are pages that are open to the world; forms of the staff belong to other channels. */
    private static final String CHANNEL = "web-form";

    private final Sources sources;
    private final Challenges challenges;
    private final VisitorRates rates;
    private final CounterSettings settings;
    private final Refusals refusals;
    private final ObservedHealth health;
    private final ObjectProvider<Journal> journal;
    private final Clock clock;

    Counter(
            Sources sources,
            Challenges challenges,
            VisitorRates rates,
            CounterSettings settings,
            Refusals refusals,
            ObservedHealth health,
            ObjectProvider<Journal> journal,
            Clock clock) {
        this.sources = sources;
        this.challenges = challenges;
        this.rates = rates;
        this.settings = settings;
        this.refusals = refusals;
        this.health = health;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A form as it was sent.
     *
     * @param address the visitor's
     */
    record Sent(String challenge, String work, Typed typed, List<Attachment.Inline> files, String address) {
        @Override
        public String toString() {
            return "Sent[" + files.size() + " files]";
        }
    }

    /** What becomes of a form that was sent. */
    sealed interface Answer {
        /** Its bytes are durable. */
        record Taken(String receiptId) implements Answer {}

        /**
         * It can be mended and sent again.
         *
         * @param fields those that cannot stay as they are
         */
        record Wrong(Why why, List<String> fields) implements Answer {}
    }

    /** Why a form is not taken; each has a sentence on the page. */
    enum Why {
        FIELDS(400),
        FILES(413),
        EXPIRED(409),
        USED(409),
        TOO_MANY(429),
        TOO_MANY_PLAIN(429),
        UNAVAILABLE(503);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    Optional<Source> source(String name) {
        return sources.find(name).filter(source -> source.channel().value().equals(CHANNEL));
    }

    List<Source> forms() {
        return sources.running().stream()
                .filter(source -> source.channel().value().equals(CHANNEL))
                .toList();
    }

    Answer take(Source source, Sent sent) {
        var number = challenges.number(sent.challenge());
        if (number.isEmpty()) {
            refusals.count(source.id().value(), Outcome.Reason.OUTSIDE_TIME_WINDOW);
            return wrong(Why.EXPIRED);
        }
        var wrongFields = sent.typed().wrongFields();
        if (!wrongFields.isEmpty()) {
            return new Answer.Wrong(Why.FIELDS, wrongFields);
        }
        if (isTooMuch(sent.files())) {
            return new Answer.Wrong(Why.FILES, List.of("files"));
        }
        var hasWorked = challenges.isSolved(sent.challenge(), sent.work());
        if (!rates.maySend(sent.address(), hasWorked)) {
            refusals.record(source.id().value(), Outcome.Reason.TOO_MANY, "too many forms from one address", 0);
            return wrong(hasWorked ? Why.TOO_MANY : Why.TOO_MANY_PLAIN);
        }
        return keep(source, number.get(), sent);
    }

    private Answer keep(Source source, String number, Sent sent) {
        var form = source.as(FormAdapter.class).orElseThrow();
        var body = form.write(sent.typed().entry(number, sent.files()));
        if (body.size() > source.maxBytes()) {
            return new Answer.Wrong(Why.FILES, List.of("files"));
        }
        if (!challenges.use(number, body.sha256())) {
            refusals.count(source.id().value(), Outcome.Reason.KEY_REUSED);
            return wrong(Why.USED);
        }
        var raw = new RawMessage(
                source.channel(),
                source.id(),
                "form:" + number,
                clock.instant(),
                Map.of("content-type", "application/json"),
                body,
                SignatureStatus.OPEN);
        try {
            var receiptId = journal.getObject().keep(raw);
            health.isWell(source.id());
            return new Answer.Taken(receiptId);
        } catch (RemoteUnavailable e) {
            challenges.release(number);
            return wrong(Why.UNAVAILABLE);
        }
    }

    private boolean isTooMuch(List<Attachment.Inline> files) {
        var all = files.stream().mapToLong(file -> file.content().size()).sum();
        return files.size() > settings.maxFiles()
                || all > settings.maxForm().toBytes()
                || files.stream()
                        .anyMatch(file ->
                                file.content().size() > settings.maxFile().toBytes());
    }

    private static Answer wrong(Why why) {
        return new Answer.Wrong(why, List.of());
    }
}
