package org.intakehub.routes.poll;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.call.AdapterCalls;

/** Asks a far end step by step, at its pace, as its adapter says; what is found is handed over, and nothing is kept or saved here. */
public final class Walk {
    /** A far end whose adapter never says it is finished must not keep a node busy for ever. */
    private static final int MOST_STEPS = 1_000;

    private final SourceId source;
    private final PollingAdapter adapter;
    private final AdapterCalls calls;
    private final LongConsumer quota;

    /** @param quota told how many calls the far end still allows, whenever it says so */
    public Walk(SourceId source, PollingAdapter adapter, AdapterCalls calls, LongConsumer quota) {
        this.source = source;
        this.adapter = adapter;
        this.calls = calls;
        this.quota = quota;
    }

    /**
     * Asks from the cursor on, until there is no more or until the receiver has enough.
     *
     * @param receiver takes what one step found, and says whether to go on
     * @return whether the far end has no more
     * @throws RemoteUnavailable if the far end does not answer properly just now
     */
    public boolean from(Cursor cursor, Predicate<Step.Found> receiver) {
        var step = adapter.start(cursor);
        for (var steps = 0; steps < MOST_STEPS; steps++) {
            if (step instanceof Step.Ask ask) {
                rest(steps);
                var answer = calls.make(source, adapter, ask);
                QuotaHeaders.left(answer.headers()).ifPresent(quota);
                step = adapter.next(answer);
            } else {
                var found = (Step.Found) step;
                var goOn = receiver.test(found);
                if (!found.more() || !goOn) {
                    return !found.more();
                }
                step = adapter.start(found.next());
            }
        }
        return false;
    }

    /** A far end that minds is asked at its pace, and never in a rhythm. */
    private void rest(int steps) {
        var pace = adapter.pace().toMillis();
        if (steps == 0 || pace == 0) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(pace + ThreadLocalRandom.current().nextLong(pace / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteUnavailable("the round was interrupted", e);
        }
    }
}
