package org.intakehub.deploy.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of processes as Linux counts it, in MiB. */
public final class Memory {
    private static final Path PROCESSES = Path.of("/proc");

    private Memory() {}

    /** The most that the process ever had in memory at once. */
    public static long peak(long pid) throws IOException {
        return status(pid, "VmHWM:");
    }

    /** What a server and its workers have of their own in memory now, and what they share counted once. */
    public static long family(long parent) throws IOException {
        long own = status(parent, "RssAnon:");
        long shared = status(parent, "RssShmem:");
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            for (var process : processes.toList()) {
                var name = String.valueOf(process.getFileName());
                if (name.matches("\\d+") && isChild(process, parent)) {
                    own += status(Long.parseLong(name), "RssAnon:");
                    shared = Math.max(shared, status(Long.parseLong(name), "RssShmem:"));
                }
            }
        }
        return own + shared;
    }

    private static boolean isChild(Path process, long parent) {
        try (var lines = Files.lines(process.resolve("status"))) {
            return lines.anyMatch(line -> line.startsWith("PPid:") && number(line) == parent);
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static long status(long pid, String field) throws IOException {
        var file = PROCESSES.resolve(String.valueOf(pid)).resolve("status");
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                            .mapToLong(Memory::number)
                            .sum()
                    / 1024;
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
