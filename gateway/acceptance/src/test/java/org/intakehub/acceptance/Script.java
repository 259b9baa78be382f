package org.intakehub.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The commands of {@code deploy/external}, with a directory of their own for each city. */
record Script(Path directory) {
    private static final long LONGEST_SECONDS = 240;

    static Script below(Path city) {
        return new Script(city.resolve("external"));
    }

    /** @param service database or broker */
    void run(String command, String service) {
        try {
            Files.createDirectories(directory);
            var log = directory.resolve("script.log");
            var builder = new ProcessBuilder(
                            Work.deploy().resolve("external").resolve(command).toString(), service)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("INTAKE_EXTERNAL_DIRECTORY", directory.toString());
            var process = builder.start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(
                        "deploy/external/" + command + " " + service + " failed; its output is in " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deploy/external cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the scripts wrote down about what runs. */
    Properties settings() {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(directory.resolve("settings.properties"))) {
            settings.load(file);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("deploy/external left no settings", e);
        }
    }
}
