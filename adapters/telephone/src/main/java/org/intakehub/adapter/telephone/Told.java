package org.intakehub.adapter.telephone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.WrittenTime;

/**
 * What an event tells of its call.
 *
 * @param number the caller's, empty if withheld
 * @param isTimeUnread whether there is a time that could not be understood
 * @param word the switch's own word for the state
 * @param isMissed whether the switch says that nobody answered
 * @param recording address of the recording
 */
record Told(
        String callId,
        Optional<String> number,
        Optional<Instant> when,
        boolean isTimeUnread,
        Optional<String> word,
        Optional<CallState> state,
        boolean isMissed,
        Optional<String> recording) {
    private static final Set<String> NO = Set.of("0", "false", "no", "否", "未接");

    /** @throws MalformedMessage if the event names neither its call nor a number and a time */
    static Told by(CallEvent event, TelephoneSettings settings) {
        var written = event.peek("ts", "offeringTime");
        var when = written.flatMap(text -> WrittenTime.read(text, settings.zone()));
        var word = event.peek("event", "Stats");
        // a screen pop by GET comes on ring only and names no state
        var state = word.isEmpty() && event.peek("originCallNo", "offeringTime").isPresent()
                ? Optional.of(CallState.RING)
                : word.flatMap(name -> CallState.of(name, settings.states()));
        return new Told(
                callId(event, written),
                event.take("ani", "originCallNo", "src").flatMap(PhoneNumber::of),
                when,
                written.isPresent() && when.isEmpty(),
                word,
                state,
                isMissed(event, state.orElse(CallState.RING)),
                event.take("recordUrl"));
    }

    private static String callId(CallEvent event, Optional<String> written) {
        return event.take("callId", "uid").orElseGet(() -> {
            var shown = event.peek("ani", "originCallNo", "src");
            if (shown.isEmpty() && written.isEmpty()) {
                throw new MalformedMessage("the event names neither its call nor a number and a time");
            }
            // who rang when is as good as an id
            var agent = event.peek("Agent", "agent").orElse("");
            return "call-" + digest(String.join("|", shown.orElse(""), written.orElse(""), agent), 24);
        });
    }

    private static boolean isMissed(CallEvent event, CallState state) {
        var answered = event.peek("answered").map(said -> said.toLowerCase(Locale.ROOT));
        var talked = event.peek("talkSeconds", "billsec");
        return state == CallState.MISSED
                || (state == CallState.HANGUP
                        && (answered.filter(NO::contains).isPresent()
                                || talked.filter("0"::equals).isPresent()));
    }

    /** Call and event; a recording, which comes later within a second hang-up, has a key of its own. */
    MessageKey key() {
        if (isMissed) {
            return MessageKey.of(callId, CallState.MISSED.name());
        }
        return recording
                .map(url -> MessageKey.of(callId, CallState.RECORD.name(), digest(url, 16)))
                .orElseGet(
                        () -> MessageKey.of(callId, state.map(CallState::name).orElse("?" + word.orElse(""))));
    }

    /** The state that the call is in by this event. */
    Optional<CallState> effect() {
        return isMissed ? Optional.of(CallState.MISSED) : state;
    }

    private static String digest(String text, int length) {
        return Payload.of(text, StandardCharsets.UTF_8).sha256().substring(0, length);
    }

    @Override
    public String toString() {
        return "Told[" + state + "]";
    }
}
