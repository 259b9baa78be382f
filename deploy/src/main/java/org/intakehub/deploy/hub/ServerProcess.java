package org.intakehub.deploy.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process, and the workers that it forked, as Linux counts what they use. */
public record ServerProcess(long pid) {
    private static final Path PROCESSES = Path.of("/proc");
    /** Linux tells processor time in hundredths of a second whatever the kernel's own clock is. */
    private static final double TICKS = 100;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int OF_ENDED_CHILDREN = 15;

    /** The most that the process itself ever had in memory at once, in MiB. */
    public long peakMemory() {
        return status(pid, "VmHWM:");
    }

    /** What all of them have of their own in memory now, and what they share counted once; in MiB. */
    public long memory() {
        var own = family().map(member -> status(member, "RssAnon:")).sum();
        return own + family().map(member -> status(member, "RssShmem:")).max().orElse(0);
    }

    /** Seconds of one processor that all of them have used so far. */
    public double processorSeconds() {
        return family().map(member -> LongStream.of(numbers(member))
                                .skip(USER_TIME)
                                .limit(OF_ENDED_CHILDREN - USER_TIME)
                                .sum())
                        .sum()
                / TICKS;
    }

    private LongStream family() {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            var members = processes
                    .map(process -> String.valueOf(process.getFileName()))
                    .filter(name -> name.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .filter(other -> other == pid || isChild(other))
                    .toArray();
            return LongStream.of(members);
        } catch (IOException e) {
            throw new UncheckedIOException("processes cannot be listed", e);
        }
    }

    private boolean isChild(long other) {
        var numbers = numbers(other);
        return numbers.length > PARENT && numbers[PARENT] == pid;
    }

    /** The fields behind the name and the state, which are no numbers; the first is a stand-in for the state. */
    private static long[] numbers(long process) {
        var line = lines(process, "stat").stream().findFirst().orElse("");
        var fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
        return Arrays.stream(fields)
                .mapToLong(field -> field.matches("-?\\d{1,18}") ? Long.parseLong(field) : 0)
                .toArray();
    }

    private static long status(long process, String field) {
        return lines(process, "status").stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** None, if the process ended meanwhile. */
    private static List<String> lines(long process, String file) {
        try {
            return Files.readAllLines(PROCESSES.resolve(String.valueOf(process)).resolve(file), ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
