package org.intakehub.adapter.telephone;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a call has come to. */
public enum CallState {
    RING("a call rings"),
    ANSWER("a call was answered"),
    HANGUP("a call ended"),
    /** It ended, or rang out, and nobody had answered. */
    MISSED("a call was missed"),
    /** It has been recorded; comes after the call. */
    RECORD("a recording without an address");

    private final String reason;

    CallState(String reason) {
        this.reason = reason;
    }

    /** Why the event is kept without opening a case. */
    String reason() {
        return reason;
    }

    private static final Map<String, CallState> WORDS = Map.ofEntries(
            Map.entry("RINGING", RING),
            Map.entry("ALERTING", RING),
            Map.entry("OFFERING", RING),
            Map.entry("振铃", RING),
            Map.entry("ANSWERED", ANSWER),
            Map.entry("CONNECTED", ANSWER),
            Map.entry("TALKING", ANSWER),
            Map.entry("UP", ANSWER),
            Map.entry("接听", ANSWER),
            Map.entry("HANGUP", HANGUP),
            Map.entry("HUNGUP", HANGUP),
            Map.entry("RELEASED", HANGUP),
            Map.entry("DISCONNECTED", HANGUP),
            Map.entry("挂断", HANGUP),
            Map.entry("NOANSWER", MISSED),
            Map.entry("ABANDONED", MISSED),
            Map.entry("未接", MISSED),
            Map.entry("RECORDED", RECORD),
            Map.entry("录音", RECORD));

    /** The state that a switch means by a word, by its own table first; empty if it is not known. */
    static Optional<CallState> of(String word, Map<String, CallState> own) {
        var plain = word.toUpperCase(Locale.ROOT).replaceAll("[ _-]", "");
        for (var state : values()) {
            if (!own.containsKey(word) && state.name().equals(plain)) {
                return Optional.of(state);
            }
        }
        return Optional.ofNullable(own.getOrDefault(word, WORDS.get(plain)));
    }
}
