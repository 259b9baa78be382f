package org.intakehub.gateway.road;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.archive.RawArchive;
import org.intakehub.gateway.archive.RawState;
import org.intakehub.gateway.channel.ChannelTests;
import org.intakehub.gateway.channel.ChannelTests.Station;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.RawMessages;
import org.intakehub.routes.stage.Stage;
import org.springframework.stereotype.Component;

/**
 * What the stages do with a test message of the hub: the same as with any other, up to the point where a case would be opened, a unit told
 * or a citizen answered. Every other message goes to the stage itself.
 */
@Component
class TestStages {
    /** Begins a test message's delivery id, and its id on the inner queues. */
    static final String MARK = "test:";
    /** Header of a raw message that no adapter can read, because only its platform could have made it. */
    static final String UNREAD = "intake-test-unread";

    private static final String DELIVERY_ID = "deliveryId";
    private static final String WORDS = "渠道测试消息，请勿办理。东风路的路灯不亮，已经一周。";

    private final ChannelTests tests;
    private final Sources sources;
    private final RawArchive archive;
    private final CityRules rules;

    TestStages(ChannelTests tests, Sources sources, RawArchive archive, CityRules rules) {
        this.tests = tests;
        this.sources = sources;
        this.archive = archive;
        this.rules = rules;
    }

    Stage file(Stage stage) {
        return delivery -> {
            var id = id(delivery.headers().getOrDefault(DELIVERY_ID, ""));
            if (id.isEmpty()) {
                return stage.run(delivery);
            }
            var raw = RawMessages.raw(delivery);
            return tests.find(raw.source().value(), id.get()).isPresent()
                    ? file(id.get(), RawMessages.receiptId(delivery), raw)
                    : stage.run(delivery);
        };
    }

    Stage classify(Stage stage) {
        return delivery -> inner(delivery).map(this::classify).orElseGet(() -> stage.run(delivery));
    }

    Stage dispatch(Stage stage) {
        return delivery -> inner(delivery).map(this::assign).orElseGet(() -> stage.run(delivery));
    }

    private static Optional<UUID> inner(Delivery delivery) {
        return delivery.body().size() > MARK.length() + 36 ? Optional.empty() : id(delivery.id());
    }

    private static Optional<UUID> id(String marked) {
        try {
            return marked.startsWith(MARK)
                    ? Optional.of(UUID.fromString(marked.substring(MARK.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Hop> file(UUID id, String receiptId, RawMessage raw) {
        archive.add(receiptId, raw, RawState.DISCARDED, "a test message of the hub", null);
        tests.passed(id, Station.ARCHIVED, true, receiptId);
        var source = sources.find(raw.source());
        if (source.isPresent() && raw.header(UNREAD).isEmpty() && !read(id, source.get(), raw)) {
            return List.of();
        }
        return List.of(Hop.of(Queues.CLASSIFY, MARK + id));
    }

    private boolean read(UUID id, Source source, RawMessage raw) {
        try {
            var count = source.adapter().normalise(raw).size();
            tests.passed(id, Station.READ, count == 1, count + " message");
            return count == 1;
        } catch (MalformedMessage e) {
            tests.passed(id, Station.READ, false, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Classification classification() {
        return rules.classifier()
                .classify(new Matter(
                        "测试消息", WORDS, PlaceHint.none(), Optional.empty(), Confidentiality.NORMAL, Optional.empty()));
    }

    private List<Hop> classify(UUID id) {
        var category = classification().category().map(Object::toString).orElse("");
        tests.passed(id, Station.CLASSIFIED, true, category);
        return List.of(Hop.of(Queues.DISPATCH, MARK + id));
    }

    private List<Hop> assign(UUID id) {
        var units = rules.dispatch().assign(classification()).stream()
                .map(assignment -> assignment.unit().code().value())
                .collect(Collectors.joining(", "));
        tests.passed(id, Station.ASSIGNED, true, units);
        return List.of();
    }
}
