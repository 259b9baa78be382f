package org.intakehub.adapter.testkit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** What every contract needs to know of a channel; two methods are the author's, the rest follows from them. */
public interface AdapterUnderTest {
    SourceId SOURCE = new SourceId("contract-source");
    Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    /** Settings that work, with a made-up value of eight characters or more in every secret. */
    Record settings();

    /** At least one sample for each type of message that the channel knows. */
    List<Sample> samples();

    /** A new adapter, made by the provider that the service loader finds for the settings. */
    default ChannelAdapter adapter() {
        return Registration.adapter(settings(), SOURCE);
    }

    /** The channel's folder: the module of the test class. */
    default Path folder() {
        return Folders.of(getClass());
    }

    /**
     * Whether the channel makes the best of damaged bytes, as mail must, instead of refusing them. Then a message read from garbage
     * bears a note, and a truncated sample may be read as if it were whole.
     */
    default boolean readsDamagedBytes() {
        return false;
    }

    /** Size in bytes of the bodies that the channel has to survive. */
    default int largeBody() {
        return 8 << 20;
    }

    /** The sample as it comes out of the archive. */
    default RawMessage raw(Sample sample) {
        return sample.raw(adapter(), SOURCE, NOW, folder());
    }

    /** How bytes of this channel get their origin known. */
    static SignatureStatus origin(ChannelAdapter adapter) {
        return adapter instanceof PollingAdapter ? SignatureStatus.FETCHED : SignatureStatus.VERIFIED;
    }
}
