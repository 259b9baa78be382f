package org.intakehub.core.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files come from: a city's directory first, the shipped ones for what it does not hold. */
final class RuleSource {
    private final Optional<Path> directory;

    RuleSource(Optional<Path> directory) {
        this.directory = directory;
    }

    /** Reports a directory that is missing, and a CSV file that nothing reads: a slip of the pen would go unseen. */
    void check(Problems problems) {
        directory.ifPresent(city -> {
            if (!Files.isDirectory(city)) {
                problems.add(city.toString(), "is not a directory; expected one that holds the city's files");
                return;
            }
            for (String name : csvFilesIn(city)) {
                if (RuleFile.named(name).isEmpty()) {
                    problems.add(
                            name,
                            "is not a rule file; expected one of "
                                    + Stream.of(RuleFile.values())
                                            .map(RuleFile::fileName)
                                            .toList());
                }
            }
        });
    }

    /** The rows of a file; none, and a problem, if it cannot be read. */
    List<Row> rows(RuleFile file, Problems problems) {
        Optional<String> text = text(file, problems);
        return text.isEmpty() ? List.of() : new CsvText(file, text.get(), problems).rows();
    }

    private Optional<String> text(RuleFile file, Problems problems) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file.fileName())))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add(file.fileName(), "is not UTF-8; save it as \"CSV UTF-8\"");
            return Optional.empty();
        } catch (IOException e) {
            problems.add(file.fileName(), "cannot be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Whether the city brings the file itself. */
    boolean isOwn(RuleFile file) {
        return directory
                .map(city -> Files.exists(city.resolve(file.fileName())))
                .orElse(false);
    }

    /** A file that may be missing; a problem if it is there and cannot be read. */
    Optional<byte[]> optionalBytes(String name, Problems problems) {
        boolean exists = directory.map(city -> Files.exists(city.resolve(name))).orElse(false)
                || RuleSource.class.getResource(name) != null;
        if (!exists) {
            return Optional.empty();
        }
        try {
            return Optional.of(bytes(name));
        } catch (IOException e) {
            problems.add(name, "cannot be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private byte[] bytes(String name) throws IOException {
        Optional<Path> own = directory.map(city -> city.resolve(name)).filter(Files::exists);
        if (own.isPresent()) {
            return Files.readAllBytes(own.get());
        }
        try (InputStream shipped = RuleSource.class.getResourceAsStream(name)) {
            if (shipped == null) {
                throw new IOException(name + " is missing from the jar");
            }
            return shipped.readAllBytes();
        }
    }

    private static List<String> csvFilesIn(Path city) {
        try (Stream<Path> files = Files.list(city)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
