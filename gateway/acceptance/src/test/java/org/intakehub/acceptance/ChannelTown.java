package org.intakehub.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.simulators.FarEnds;

/** A hub with every channel on, and the platform at the other end of each. */
record ChannelTown(City city, FarEnds ends) implements AutoCloseable {
    static ChannelTown open() {
        try {
            var ends = FarEnds.start(Clock.systemUTC());
            var settings = new TreeMap<String, String>(ends.settings());
            settings.putAll(Map.of(
                    "intake.sources.board.watch.every", "2s",
                    "intake.sources.site.again.every", "2s"));
            return new ChannelTown(City.open("channels", settings), ends);
        } catch (IOException e) {
            throw new UncheckedIOException("the far ends do not start", e);
        }
    }

    /** An address of the hub below which a source is called, with a slash at its end. */
    String channel(String source) {
        return city.hub.address() + "/channels/" + source + "/";
    }

    @Override
    public void close() {
        city.close();
        ends.close();
    }
}
