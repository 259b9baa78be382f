package org.intakehub.adapter.emergencyoffice;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.Threading;
import org.intakehub.core.channel.WrittenTime;

/** Makes messages of the office's events; an event that comes again with other fields goes on with its case. */
final class Events {
    /** Extra that tells the event's rank, 1 (gravest) to 3. */
    static final String RANK = "rank";

    private static final List<String> RANKS = List.of("一1ⅠI", "二2Ⅱ", "三3Ⅲ");

    private final ZoneId zone;

    Events(ZoneId zone) {
        this.zone = zone;
    }

    IntakeMessage message(FlatEvent event) {
        var message = IntakeMessage.of(event.key())
                .externalId(event.number())
                .threading(Threading.continuing(event.number()))
                .title(event.line("eventTitle").orElse("应急事件"))
                .citizen(caller(event))
                .place(new PlaceHint(event.line("address"), Optional.empty(), Optional.empty()))
                .confidentiality(secrecy(event));
        rank(event, message);
        time(event, message);
        // the record of the event is what the office noted after the call
        var text = Stream.of("bjnr", "sjjl")
                .flatMap(name -> event.take(name).stream())
                .distinct();
        message.text(text.collect(Collectors.joining("\n\n")));
        event.leaveRest(message);
        return message.build();
    }

    private static Citizen caller(FlatEvent event) {
        return new Citizen(
                event.line("bjr"),
                Optional.empty(),
                event.line("bjTel").stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                false,
                // the office is told the state by the event's number
                Optional.of(event.number()));
    }

    private static void rank(FlatEvent event, IntakeMessage.Builder message) {
        var written = event.peek("eventRank");
        var rank = written.map(Events::rank).orElse(OptionalInt.empty());
        if (rank.isPresent()) {
            message.extra(RANK, String.valueOf(rank.getAsInt()));
        } else {
            message.note("rank of the event not " + (written.isPresent() ? "known" : "told"));
        }
    }

    /** 一级, 1, Ⅰ级 and III are ranks; nothing else is guessed to be one. */
    static OptionalInt rank(String written) {
        var sign = written.replaceAll("\\s|级$", "").replace("III", "三").replace("II", "二");
        for (var i = 0; i < RANKS.size(); i++) {
            if (sign.length() == 1 && RANKS.get(i).contains(sign)) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private void time(FlatEvent event, IntakeMessage.Builder message) {
        var written = event.peek("eventTime");
        var when = written.flatMap(text -> WrittenTime.read(text, zone));
        if (when.isPresent()) {
            event.take("eventTime");
            message.occurredAt(when.get());
        } else if (written.isPresent()) {
            message.note("time in eventTime not understood");
        }
    }

    private static Confidentiality secrecy(FlatEvent event) {
        return event.peek("sfbm").orElse("0").equals("0") ? Confidentiality.NORMAL : Confidentiality.ON_REQUEST;
    }
}
