package org.intakehub.adapter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SourceId;

/**
 * A message as the platform sends it, with what the author expects to be read from it.
 *
 * @param file name of a file in {@code src/test/resources/samples}
 * @param headers transport headers that come with it
 * @param expected the messages in it, in their order
 */
public record Sample(String file, Map<String, String> headers, List<Expected> expected) {
    /** Key and title of one message of a sample. */
    public record Expected(String key, String title) {}

    public Sample {
        headers = Map.copyOf(headers);
        expected = List.copyOf(expected);
    }

    public static Sample of(String file) {
        return new Sample(file, Map.of(), List.of());
    }

    /** The same sample with one more header. */
    public Sample header(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Sample(file, more, expected);
    }

    /** The same sample with one more message expected. */
    public Sample expect(String key, String title) {
        var more = new ArrayList<>(expected);
        more.add(new Expected(key, title));
        return new Sample(file, headers, more);
    }

    /** The bytes of the file, below the channel's folder. */
    public Payload body(Path folder) {
        try {
            return Payload.of(Files.readAllBytes(folderOf(folder).resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("no sample " + file + " in " + folderOf(folder), e);
        }
    }

    /** Where a channel keeps its samples. */
    static Path folderOf(Path channelFolder) {
        return channelFolder.resolve("src/test/resources/samples");
    }

    RawMessage raw(ChannelAdapter adapter, SourceId source, Instant at, Path folder) {
        return new RawMessage(
                adapter.channel(),
                source,
                "delivery-of-" + file,
                at,
                headers,
                body(folder),
                AdapterUnderTest.origin(adapter));
    }
}
