package org.intakehub.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build tells the tests, and what they take of the machine: free ports, and directories below the build's own. */
final class Work {
    private Work() {}

    /** The packaged hub. */
    static Path jar() {
        return existing("intake.jar");
    }

    /** The folder of deployment files and scripts. */
    static Path deploy() {
        return existing("intake.deploy");
    }

    /** Whether the tests stand on an outside broker and database that {@code deploy/external} starts. */
    static boolean isOutside() {
        return Boolean.getBoolean("intake.external");
    }

    /** A new directory, so that nothing left over from a run that was killed gets in the way. */
    static Path directory(String name) {
        try {
            var root = Path.of(property("intake.work")).toAbsolutePath().normalize();
            // Open to others: root's PostgreSQL runs as a user of its own.
            return Files.createDirectories(root.resolve("hubs")
                    .resolve(name + "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)));
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for " + name, e);
        }
    }

    /** A port of the loopback address that is free at this moment. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static Path existing(String name) {
        var path = Path.of(property(name)).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IllegalStateException(name + " is not there; build it with: mvn package -pl gateway -am");
        }
        return path;
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the system property " + name + " is missing; the build sets it");
        }
        return value;
    }
}
