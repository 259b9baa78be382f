package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import org.junit.jupiter.api.Test;

/** A channel that is asked finds everything once: from the start, after a crash, and while more comes in. */
public interface PollingContract extends AdapterContract {
    /** A new far end that holds more messages than fit on one of its pages; the same ones each time. */
    FarEnd farEnd();

    /** Answers of a far end that will be well again, besides 429, 500 and 503; often hidden behind status 200. */
    List<Answered> passingFaults();

    /** Answers of a far end that will never give more, besides {@link #refusingStatuses}. */
    List<Answered> finalRefusals();

    /** Statuses that are a final no; 403 is none on a platform that so answers whoever asks too fast. */
    default List<Integer> refusingStatuses() {
        return List.of(401, 403);
    }

    /** The adapter, as what it is. */
    default PollingAdapter polling() {
        return (PollingAdapter) adapter();
    }

    @Test
    default void findsEverythingFromTheStart() {
        var farEnd = farEnd();
        assertThat(new Round(polling(), farEnd).from(Cursor.START).keys())
                .as("message keys found from the start")
                .containsExactlyInAnyOrderElementsOf(farEnd.keys());
    }

    @Test
    default void findsNothingTwiceOnceTheCursorMoved() {
        var farEnd = farEnd();
        var first = new Round(polling(), farEnd).from(Cursor.START);
        assertThat(new Round(polling(), farEnd).from(first.cursor()).keys())
                .as("message keys found again after the cursor moved")
                .isEmpty();
    }

    @Test
    default void findsEverythingAgainIfTheCursorWasNotSaved() {
        var expected = new Round(polling(), farEnd()).from(Cursor.START).keys();
        var farEnd = farEnd();
        var adapter = polling();
        // no further than the first find: the call after it may be the one that signs, which a cursor that was not
        // saved never makes
        new Round(adapter, farEnd).once(Cursor.START);
        assertThat(new Round(adapter, farEnd).from(Cursor.START).keys())
                .as("message keys found by the same adapter from an unmoved cursor")
                .containsExactlyElementsOf(expected);
    }

    @Test
    default void findsWhatCameInMeanwhile() {
        var farEnd = farEnd();
        var saved = new Round(polling(), farEnd).once(Cursor.START);
        farEnd.arrive();
        var rest = new Round(polling(), farEnd).from(saved.cursor());
        farEnd.arrive();
        var last = new Round(polling(), farEnd).from(rest.cursor());
        assertThat(Stream.of(saved, rest, last).flatMap(round -> round.keys().stream()))
                .as("message keys found while more came in")
                .containsExactlyInAnyOrderElementsOf(farEnd.keys());
    }

    @Test
    default void tellsAPassingFault() {
        var faults = new ArrayList<>(passingFaults());
        Stream.of(429, 500, 503).map(Answered::empty).forEach(faults::add);
        for (var fault : faults) {
            assertThatThrownBy(() -> Round.first(polling(), fault))
                    .as("an answer of status " + fault.status() + " that tells a passing fault")
                    .isInstanceOf(RemoteUnavailable.class);
        }
    }

    @Test
    default void tellsAFinalNo() {
        var refusals = new ArrayList<>(finalRefusals());
        refusingStatuses().stream().map(Answered::empty).forEach(refusals::add);
        for (var refusal : refusals) {
            assertThatThrownBy(() -> Round.first(polling(), refusal))
                    .as("an answer of status " + refusal.status() + " that tells a final no")
                    .isInstanceOf(RemoteRejected.class);
        }
    }

    @Test
    default void survivesAGarbledAnswer() {
        Damage.garbage().forEach((kind, body) -> {
            try {
                Round.first(polling(), new Answered(200, Map.of(), body));
            } catch (IntakeException refusal) {
                SecrecyContract.hides(settings(), refusal);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("an answer of " + kind + " must end in an IntakeException", e);
            }
        });
    }

    @Test
    default void showsNoSecretInAStep() {
        var step = polling().start(Cursor.START);
        SecrecyContract.hides(settings(), step);
        if (step instanceof Step.Ask ask) {
            SecrecyContract.hides(settings(), ask.note());
            SecrecyContract.hides(settings(), ask.cursor());
        }
    }
}
