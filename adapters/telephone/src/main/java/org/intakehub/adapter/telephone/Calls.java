package org.intakehub.adapter.telephone;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.Threading;

/** Makes messages of call events: a missed call is a matter, a recording a notice; all others are kept and open no case. */
final class Calls {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Set<String> WEB = Set.of("http", "https");

    private final TelephoneSettings settings;

    Calls(TelephoneSettings settings) {
        this.settings = settings;
    }

    /** What the staff brought in is an operator's form; a switch cannot pass an event off as one. */
    IntakeMessage read(RawMessage raw) {
        return raw.signature() == SignatureStatus.ENTERED ? CallForm.read(raw) : message(CallEvent.read(raw.body()));
    }

    IntakeMessage message(CallEvent event) {
        var told = Told.by(event, settings);
        var message = IntakeMessage.of(told.key()).externalId(told.callId()).citizen(caller(told.number()));
        told.when().ifPresent(message::occurredAt);
        told.effect().ifPresent(state -> message.extra("callState", state.name()));
        event.peek("agent", "Agent", "dst").ifPresent(agent -> message.extra("callAgent", agent));
        if (told.isTimeUnread()) {
            message.note("time of the event not understood");
        }
        told.recording().ifPresent(url -> attach(url, message));
        if (told.isMissed()) {
            missed(told, message);
        } else if (told.recording().isPresent()) {
            message.notice()
                    .threading(Threading.continuing(told.callId()))
                    .title("通话录音")
                    .text("通话录音已生成。");
        } else {
            var reason = told.state().map(CallState::reason);
            message.title("来电").automatic(reason.orElse("an event of a call that is not known"));
        }
        event.leaveRest(message);
        return message.build();
    }

    private static Citizen caller(Optional<String> number) {
        return new Citizen(
                Optional.empty(),
                Optional.empty(),
                number.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                number.isEmpty(),
                number);
    }

    private void missed(Told told, IntakeMessage.Builder message) {
        var time = told.when()
                .map(at -> TIME.format(at.atZone(settings.zone())) + " ")
                .orElse("");
        message.extra("missed", "true");
        if (told.number().isPresent()) {
            message.title("未接来电，请回拨").text(time + told.number().get() + " 来电未接通，请回拨。");
        } else {
            message.title("未接来电，号码未显示").text(time + "来电未接通，对方未显示号码，无法回拨。").note("number withheld");
        }
    }

    private static void attach(String url, IntakeMessage.Builder message) {
        try {
            var address = new URI(url);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() == null || !WEB.contains(scheme)) {
                throw new URISyntaxException("", "no web address");
            }
            message.attach(
                    new Attachment.Linked(String.valueOf(address.getPath()), "application/octet-stream", address));
        } catch (URISyntaxException e) {
            message.extra("recordUrl", url).note("address of the recording not understood");
        }
    }
}
