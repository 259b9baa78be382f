package org.intakehub.adapter.testkit;

import java.util.ArrayList;
import java.util.List;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.Step;

/** Drives a polling adapter against a far end, as the road does. */
final class Round {
    private static final int MOST_STEPS = 10_000;

    private final PollingAdapter adapter;
    private final FarEnd farEnd;
    private final List<String> keys = new ArrayList<>();
    private Cursor cursor = Cursor.START;
    private int steps;

    Round(PollingAdapter adapter, FarEnd farEnd) {
        this.adapter = adapter;
        this.farEnd = farEnd;
    }

    /** Goes on until the adapter has no more. */
    Round from(Cursor from) {
        cursor = from;
        boolean more;
        do {
            more = find();
        } while (more);
        return this;
    }

    /** Stops when something was found for the first time. */
    Round once(Cursor from) {
        cursor = from;
        find();
        return this;
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    Cursor cursor() {
        return cursor;
    }

    private boolean find() {
        var step = adapter.start(cursor);
        while (step instanceof Step.Ask ask) {
            if (++steps > MOST_STEPS) {
                throw new AssertionError("the adapter asks for ever");
            }
            step = adapter.next(farEnd.answer(ask.call()).to(ask, AdapterUnderTest.NOW));
        }
        var found = (Step.Found) step;
        found.raws()
                .forEach(raw -> adapter.normalise(raw)
                        .forEach(message -> keys.add(message.key().value())));
        if (found.more() && found.next().equals(cursor)) {
            throw new AssertionError("the adapter wants more from a cursor that does not move");
        }
        cursor = found.next();
        return found.more();
    }

    /** What the adapter makes of an answer to its first call. */
    static Step first(PollingAdapter adapter, Answered answered) {
        if (adapter.start(Cursor.START) instanceof Step.Ask ask) {
            return adapter.next(answered.to(ask, AdapterUnderTest.NOW));
        }
        throw new AssertionError("a round begins with a call");
    }
}
