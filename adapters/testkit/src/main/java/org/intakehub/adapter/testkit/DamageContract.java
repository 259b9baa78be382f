package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.junit.jupiter.api.Test;

/** Bytes that cannot be read end in {@link MalformedMessage}, in good time, and nothing of them is quoted. */
public interface DamageContract extends AdapterUnderTest {
    /** Time in which any bytes are read or refused. */
    Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    default void refusesGarbage() {
        Damage.garbage().forEach((kind, body) -> {
            for (var sample : samples()) {
                var read = read(sample, body, kind);
                if (readsDamagedBytes()) {
                    assertThat(read.stream().flatMap(List::stream))
                            .as("messages read from " + kind + " bear a note")
                            .noneMatch(message -> message.notes().isEmpty());
                } else {
                    assertThat(read).as(kind + " is refused").isEmpty();
                }
            }
        });
    }

    @Test
    default void refusesTruncatedSamples() {
        for (var sample : samples()) {
            for (var part : Damage.truncated(sample.body(folder()))) {
                var read = read(sample, part, "the first " + part.size() + " bytes of " + sample.file());
                if (!readsDamagedBytes()) {
                    assertThat(read)
                            .as("the first " + part.size() + " bytes of " + sample.file() + " are refused")
                            .isEmpty();
                }
            }
        }
    }

    @Test
    default void quotesNothingOfWhatItRefuses() {
        for (var sample : samples()) {
            for (var body : Damage.marked(sample.body(folder()))) {
                try {
                    adapter().normalise(Damage.with(raw(sample), body));
                } catch (MalformedMessage refusal) {
                    for (Throwable at = refusal; at != null; at = at.getCause()) {
                        assertThat(String.valueOf(at.getMessage()))
                                .as("the reason of a refusal, and its causes")
                                .doesNotContainIgnoringCase(Damage.MARK);
                    }
                }
            }
        }
    }

    @Test
    default void survivesALargeBody() {
        for (var sample : samples()) {
            Damage.large(sample.body(folder()), largeBody()).forEach((kind, body) -> read(sample, body, kind));
        }
    }

    private Optional<List<IntakeMessage>> read(Sample sample, Payload body, String what) {
        var raw = Damage.with(raw(sample), body);
        return assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                return Optional.of(adapter().normalise(raw));
            } catch (MalformedMessage refusal) {
                return Optional.empty();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                return fail(
                        what + " must end in MalformedMessage, not in "
                                + e.getClass().getSimpleName(),
                        e);
            }
        });
    }
}
