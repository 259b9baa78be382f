package org.intakehub.exchange.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.Threading;
import org.intakehub.exchange.wire.Fields;
import org.intakehub.exchange.wire.People;
import org.intakehub.exchange.wire.Secrecy;

/**
 * Makes matters of orders. The superior's number and deadline stand apart from the city's own, as the extras {@value #NUMBER} and
 * {@value #DUE_AT}.
 */
final class OrderMessages {
    static final String NUMBER = "superiorNumber";
    static final String DUE_AT = "superiorDueAt";
    private static final int TITLE = 40;

    private final OrderNames names;
    private final Map<String, String> origins;
    private final Map<String, String> types;
    private final People.Names people;

    OrderMessages(OrderNames names, Map<String, String> origins, Map<String, String> types) {
        this.names = names;
        this.origins = origins;
        this.types = types;
        people = new People.Names(
                names.of(OrderField.NAME),
                names.of(OrderField.SEX),
                names.of(OrderField.PHONE),
                names.of(OrderField.EMAIL),
                names.of(OrderField.HOME),
                names.of(OrderField.ID_CARD));
    }

    /** A message for each order of a file; an order that stands there twice in the same words is one. */
    List<IntakeMessage> read(OrderFiles.Found found) {
        var messages = new ArrayList<IntakeMessage>();
        var seen = new HashMap<MessageKey, Map<String, String>>();
        for (var order : found.orders()) {
            var message = read(Fields.of(order), order, seen);
            message.ifPresent(builder -> {
                found.notes().forEach(builder::note);
                messages.add(builder.build());
            });
        }
        return messages;
    }

    IntakeMessage.Builder read(Fields fields, Map<String, String> order) {
        return read(fields, order, new HashMap<>()).orElseThrow();
    }

    private Optional<IntakeMessage.Builder> read(
            Fields fields, Map<String, String> order, Map<MessageKey, Map<String, String>> seen) {
        var superior = fields.line(names.of(OrderField.SUPERIOR_NUMBER));
        var number = superior.or(() -> fields.line(names.of(OrderField.NUMBER)));
        var received = peekTime(fields, OrderField.RECEIVED_AT);
        var sent = peekTime(fields, OrderField.SENT_AT);
        var key = key(number, sent.or(() -> received), order);
        if (order.equals(seen.get(key))) {
            return Optional.empty();
        }
        // the same number in other words: sent again, so it goes on with the first
        var unique = seen.putIfAbsent(key, order) == null ? key : MessageKey.of(key.value(), digest(order));
        var message =
                IntakeMessage.of(unique).occurredAt(received.or(() -> sent).orElse(null));
        if (number.isEmpty()) {
            message.note("order without number");
        }
        number.ifPresent(
                id -> message.externalId(id).threading(Threading.continuing(id)).extra(NUMBER, id));
        due(fields, message);
        words(fields, message);
        people(fields, number, message);
        fields.rest(message::extra);
        return Optional.of(message);
    }

    /** An order that is sent once more, at another time, is another message on the same matter. */
    private static MessageKey key(Optional<String> number, Optional<Instant> sent, Map<String, String> order) {
        return number.map(id -> sent.map(at -> MessageKey.of(id, at.toString())).orElseGet(() -> MessageKey.of(id)))
                .orElseGet(() -> MessageKey.of("order", digest(order)));
    }

    private static String digest(Map<String, String> order) {
        return Payload.of(order.toString(), StandardCharsets.UTF_8).sha256().substring(0, 32);
    }

    private void due(Fields fields, IntakeMessage.Builder message) {
        for (var name : names.of(OrderField.DUE_AT)) {
            var written = fields.peek(name);
            if (written.isPresent()) {
                OrderTimes.read(written.get())
                        .ifPresentOrElse(
                                at -> {
                                    message.extra(DUE_AT, at.toString());
                                    fields.without(name);
                                },
                                () -> message.note("deadline not understood"));
                return;
            }
        }
    }

    private Optional<Instant> peekTime(Fields fields, OrderField field) {
        return names.of(field).stream()
                .flatMap(name -> fields.peek(name).stream())
                .findFirst()
                .flatMap(OrderTimes::read);
    }

    private void words(Fields fields, IntakeMessage.Builder message) {
        var text = fields.text(names.of(OrderField.CONTENT)).orElse("");
        if (text.isEmpty()) {
            message.note("order without content");
        }
        var first = text.lines().findFirst().orElse("");
        var title = fields.line(names.of(OrderField.TITLE))
                .orElse(
                        first.codePointCount(0, first.length()) <= TITLE
                                ? first
                                : first.substring(0, first.offsetByCodePoints(0, TITLE)));
        message.text(text).title(title);
        fields.line(names.of(OrderField.ORIGIN))
                .ifPresent(word -> message.extra("origin", origins.getOrDefault(word, word)));
        fields.line(names.of(OrderField.TYPE))
                .ifPresent(word -> message.extra("appealType", types.getOrDefault(word, word)));
        fields.line(names.of(OrderField.UNIT)).ifPresent(message::namedUnit);
    }

    private void people(Fields fields, Optional<String> number, IntakeMessage.Builder message) {
        var division = names.of(OrderField.DIVISION).stream()
                .flatMap(name -> fields.peek(name).stream())
                .filter(code -> code.matches("[0-9]{6,12}"))
                .findFirst();
        message.place(new PlaceHint(fields.line(names.of(OrderField.PLACE)), division, Optional.empty()));
        message.citizen(People.citizen(fields, people, number));
        message.confidentiality(
                Secrecy.of(fields, given(fields, OrderField.OPEN), given(fields, OrderField.HIDDEN), message));
    }

    /** The name under which a flag came, or any of its names if it did not come. */
    private List<String> given(Fields fields, OrderField flag) {
        return List.of(names.of(flag).stream()
                .filter(name -> fields.peek(name).isPresent())
                .findFirst()
                .orElse(names.any(flag)));
    }
}
