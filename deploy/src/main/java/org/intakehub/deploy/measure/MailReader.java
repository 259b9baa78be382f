package org.intakehub.deploy.measure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.intakehub.adapter.mayormailbox.MayorMailboxProvider;
import org.intakehub.adapter.mayormailbox.MayorMailboxSettings;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;

/** Gives mails to the mailbox adapter one by one and keeps count of what became of them. */
final class MailReader implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final SourceId source = new SourceId("measured");
    private final ChannelAdapter adapter = new MayorMailboxProvider().adapter(source, settings());
    private final ExecutorService thread = Executors.newSingleThreadExecutor(run -> {
        var made = new Thread(run, "mail");
        made.setDaemon(true);
        return made;
    });
    private long nanos;
    private int read;
    private int refused;
    private int crashed;

    private static MayorMailboxSettings settings() {
        var smtp = new MayorMailboxSettings.Smtp("localhost", null, null, null, null);
        return new MayorMailboxSettings(
                "localhost",
                null,
                null,
                "measured",
                new Secret("measured"),
                null,
                null,
                null,
                "mayor@localhost",
                null,
                smtp,
                null);
    }

    /** The message in a mail; empty if it was refused, or if reading it failed or took too long, which counts as a crash. */
    Optional<IntakeMessage> read(String name, byte[] mail) {
        var raw = new RawMessage(
                adapter.channel(), source, name, Instant.EPOCH, Map.of(), Payload.of(mail), SignatureStatus.FETCHED);
        var start = System.nanoTime();
        var job = thread.submit(() -> adapter.normalise(raw));
        try {
            var messages = job.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            read++;
            return messages.stream().findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MalformedMessage) {
                refused++;
            } else {
                crash(name, String.valueOf(e.getCause()));
            }
        } catch (TimeoutException e) {
            crash(name, "took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            crash(name, "interrupted");
        } finally {
            nanos += System.nanoTime() - start;
        }
        return Optional.empty();
    }

    private void crash(String name, String why) {
        crashed++;
        System.out.println("    crashed: " + name + ": " + why);
    }

    int crashed() {
        return crashed;
    }

    int refused() {
        return refused;
    }

    int read() {
        return read;
    }

    double millisecondsPerMail() {
        return nanos / 1e6 / Math.max(1, read + refused + crashed);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
