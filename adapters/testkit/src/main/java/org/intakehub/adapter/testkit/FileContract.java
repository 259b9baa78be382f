package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.junit.jupiter.api.Test;

/** A file that a person brings says the same whatever it is called and however often it is brought, and harms nothing. */
public interface FileContract extends AdapterContract {
    /** What reading a file may allocate, in bytes. */
    long MOST_MEMORY = 256L << 20;

    /** The adapter, as what it is. */
    default FileAdapter filing() {
        return (FileAdapter) adapter();
    }

    /** The samples that are files; each names its file in the header {@value FileAdapter#FILE_NAME}. */
    default List<Sample> files() {
        return samples().stream()
                .filter(sample -> sample.headers().containsKey(FileAdapter.FILE_NAME))
                .toList();
    }

    @Test
    default void namesItsEndingsPlainly() {
        assertThat(filing().endings())
                .as("endings in lower case and without a dot")
                .isNotEmpty()
                .allMatch(ending -> ending.matches("[a-z0-9]{1,10}"));
    }

    @Test
    default void hasASampleForEveryEnding() {
        assertThat(files().stream().map(Brought::ending).distinct())
                .as("endings of the samples that are files")
                .containsExactlyInAnyOrderElementsOf(filing().endings());
    }

    @Test
    default void readsAFileTheSameUnderAnotherName() {
        for (var sample : files()) {
            var expected = filing().normalise(raw(sample));
            for (var ending :
                    List.of(Brought.ending(sample), Brought.ending(sample).toUpperCase(Locale.ROOT))) {
                var again = Brought.file(raw(sample), "再次导入." + ending, sample.body(folder()));
                assertThat(filing().normalise(again))
                        .as(sample.file() + ", brought again under another name")
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    default void refusesAFileOfAnotherEnding() {
        for (var sample : files()) {
            for (var name : List.of("list.unknown", "list", "")) {
                var raw = Brought.file(raw(sample), name, sample.body(folder()));
                assertThatThrownBy(() -> filing().normalise(raw))
                        .as(sample.file() + " under the name \"" + name + "\"")
                        .isInstanceOf(MalformedMessage.class);
            }
        }
    }

    @Test
    default void survivesAFileUnderAWrongEnding() {
        for (var sample : files()) {
            for (var ending : filing().endings()) {
                readInReason(sample, ending, sample.body(folder()));
            }
        }
    }

    @Test
    default void quotesNoFileName() {
        var names = Stream.concat(filing().endings().stream(), Stream.of("unknown"))
                .map(ending -> Damage.MARK + "." + ending)
                .toList();
        for (var sample : files()) {
            for (var name : names) {
                for (var body : List.of(Payload.of(new byte[0]), Payload.of("\u0000", StandardCharsets.UTF_8))) {
                    try {
                        filing().normalise(Brought.file(raw(sample), name, body));
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
    }

    @Test
    default void survivesAnArchiveThatSwells() {
        for (var sample : files()) {
            var body = sample.body(folder());
            if (Brought.isArchive(body)) {
                readInReason(sample, Brought.ending(sample), Brought.swollen(body));
            }
        }
    }

    private void readInReason(Sample sample, String ending, Payload body) {
        var raw = Brought.file(raw(sample), "list." + ending, body);
        assertTimeoutPreemptively(DamageContract.PATIENCE, () -> {
            var before = Brought.allocated();
            var read = read(raw);
            assertThat(Brought.allocated() - before)
                    .as("bytes that reading " + sample.file() + " as " + ending + " allocates, " + read)
                    .isLessThan(MOST_MEMORY);
        });
    }

    private Optional<List<IntakeMessage>> read(RawMessage raw) {
        try {
            return Optional.of(filing().normalise(raw));
        } catch (MalformedMessage refusal) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail(
                    "a file must be read or end in MalformedMessage, not in "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}
