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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files come from: what people edited first, then a city's directory, the shipped ones for what neither holds. */
public final class RuleSource {
    private final Optional<Path> directory;
    private final Map<RuleFile, String> edited;

    /**
     * Reads nothing yet.
     *
     * @param directory the city's own files
     * @param edited texts that take the place of what is there
     */
    public RuleSource(Optional<Path> directory, Map<RuleFile, String> edited) {
        this.directory = directory;
        this.edited = Map.copyOf(edited);
    }

    /** Who brings a file. */
    public enum Origin {
        SHIPPED,
        DIRECTORY,
        EDITED
    }

    public Origin origin(RuleFile file) {
        if (edited.containsKey(file)) {
            return Origin.EDITED;
        }
        return isBrought(file) ? Origin.DIRECTORY : Origin.SHIPPED;
    }

    /**
     * What is in force.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public String text(RuleFile file) {
        return edited.containsKey(file) ? edited.get(file) : installed(file);
    }

    /**
     * What would be in force if nobody had edited it: the directory's or the shipped one.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public String installed(RuleFile file) {
        try {
            return new String(bytes(file.fileName()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " cannot be read", e);
        }
    }

    /** Where the city's own file lies, if it has one. */
    public Optional<Path> path(RuleFile file) {
        return own(file.fileName());
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
        if (edited.containsKey(file)) {
            return Optional.of(edited.get(file));
        }
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

    /** Whether the city wrote the file itself, in its directory or by editing what is shipped. */
    boolean isOwn(RuleFile file) {
        return edited.containsKey(file) || isBrought(file);
    }

    /**
     * Whether the city's directory holds the file. Such a file may speak of another city than the shipped ones; who edits a shipped file
     * goes on from it, and hears of every line elsewhere that no longer fits.
     */
    boolean isBrought(RuleFile file) {
        return own(file.fileName()).isPresent();
    }

    /** A file that may be missing; a problem if it is there and cannot be read. */
    Optional<byte[]> optionalBytes(String name, Problems problems) {
        if (own(name).isEmpty() && RuleSource.class.getResource(name) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(bytes(name));
        } catch (IOException e) {
            problems.add(name, "cannot be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<Path> own(String name) {
        return directory.map(city -> city.resolve(name)).filter(Files::exists);
    }

    private byte[] bytes(String name) throws IOException {
        Optional<Path> own = own(name);
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
