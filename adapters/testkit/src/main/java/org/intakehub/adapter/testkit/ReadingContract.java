package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.intakehub.core.channel.IntakeMessage;
import org.junit.jupiter.api.Test;

/** The bytes alone decide what is read, and what is read is plain text. */
public interface ReadingContract extends AdapterUnderTest {
    /** Tags and entities that show that a text is still HTML. */
    Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|<!--|&(#\\d+|#x[0-9a-fA-F]+|nbsp|lt|gt|amp|quot);");

    /** Control characters other than a line break and a tabulator; half a surrogate pair. */
    Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    @Test
    default void hasASampleForEveryFileInItsFolder() throws IOException {
        assertThat(samples()).as("samples").isNotEmpty();
        try (var files = Files.list(Sample.folderOf(folder()))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .as("every file in src/test/resources/samples is used, and every sample has its file")
                    .containsExactlyInAnyOrderElementsOf(
                            samples().stream().map(Sample::file).distinct().toList());
        }
    }

    @Test
    default void readsItsSamples() {
        for (var sample : samples()) {
            var messages = adapter().normalise(raw(sample));
            assertThat(sample.expected())
                    .as("messages expected of " + sample.file())
                    .isNotEmpty();
            assertThat(messages.stream()
                            .map(message -> new Sample.Expected(message.key().value(), message.title())))
                    .as("key and title of the messages in " + sample.file())
                    .containsExactlyElementsOf(sample.expected());
            assertThat(messages).extracting(IntakeMessage::key).doesNotHaveDuplicates();
        }
    }

    @Test
    default void readsTheSameBytesTheSameWay() {
        var adapter = adapter();
        var backwards = new ArrayList<>(samples());
        Collections.reverse(backwards);
        var first =
                backwards.stream().map(sample -> adapter.normalise(raw(sample))).toList();
        Collections.reverse(backwards);
        var second = new ArrayList<>(
                backwards.stream().map(sample -> adapter.normalise(raw(sample))).toList());
        Collections.reverse(second);
        assertThat(second).as("the same adapter, in another order").isEqualTo(first);
        var other = new ArrayList<>(backwards.stream()
                .map(sample -> adapter().normalise(raw(sample)))
                .toList());
        Collections.reverse(other);
        assertThat(other).as("other adapters").isEqualTo(first);
    }

    @Test
    default void readsTheSameOnAMachineSetUpForAnotherCountry() {
        var here = readAll();
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(readAll()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    default void handsOnPlainText() {
        for (var message : readAll().stream().flatMap(List::stream).toList()) {
            assertThat(message.title()).as("title").doesNotContain("\n");
            for (var text : Texts.of(message)) {
                assertThat(MARKUP.matcher(text).find()).as("markup in a text").isFalse();
                assertThat(CONTROL.matcher(text).find())
                        .as("a control character in a text")
                        .isFalse();
            }
        }
    }

    @Test
    default void readsOnManyThreadsAtOnce() {
        var adapter = adapter();
        var raws = samples().stream().map(this::raw).toList();
        var expected = raws.stream().map(adapter::normalise).toList();
        Crowd.run(turn -> {
            var index = turn % raws.size();
            assertThat(adapter.normalise(raws.get(index))).isEqualTo(expected.get(index));
        });
    }

    private List<List<IntakeMessage>> readAll() {
        return samples().stream()
                .map(sample -> adapter().normalise(raw(sample)))
                .toList();
    }
}
