package org.intakehub.gateway.filing;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.springframework.stereotype.Component;

/** Reads raw messages with today's adapters; whatever goes wrong in an adapter concerns one message only. */
@Component
class Reader {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Sources sources;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "reader");
        thread.setDaemon(true);
        return thread;
    });

    Reader(Sources sources) {
        this.sources = sources;
    }

    /**
     * The messages within the bytes.
     *
     * @throws MalformedMessage if they cannot be read, or not within 20 seconds, or their source is off
     */
    List<IntakeMessage> read(RawMessage raw) {
        var source = sources.find(raw.source())
                .orElseThrow(() -> new MalformedMessage("its source is not switched on any more"));
        if (source.channel().equals(raw.channel())) {
            return read(source, raw);
        }
        throw new MalformedMessage("its source speaks another channel now");
    }

    private List<IntakeMessage> read(Source source, RawMessage raw) {
        var reading = threads.submit(() -> source.adapter().normalise(raw));
        try {
            return reading.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            var fault = Objects.requireNonNullElse(e.getCause(), e);
            throw fault instanceof MalformedMessage malformed ? malformed : broken(fault);
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw new MalformedMessage("reading it took longer than " + LONGEST.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a message");
        }
    }

    /** An adapter's own fault: the message waits in quarantine for a mended adapter. */
    private static MalformedMessage broken(Throwable fault) {
        return new MalformedMessage("the adapter failed: " + fault.getClass().getSimpleName(), fault);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
