package org.intakehub.gateway.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.platform.DataDirectory;
import org.springframework.stereotype.Component;

/** Blobs as files in the data directory, forced to the disk before they get their name. */
@Component
class DiskBlobs implements BlobStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    DiskBlobs(DataDirectory data) {
        this.root = data.resolve("attachments");
    }

    @Override
    public String keep(byte[] bytes) {
        var sha256 = Payload.of(bytes).sha256();
        var file = file(sha256);
        try {
            if (!Files.exists(file)) {
                var directory = directory(sha256);
                Files.createDirectories(directory);
                var draft = Files.createTempFile(directory, "draft", ".part");
                try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    var buffer = ByteBuffer.wrap(bytes);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                force(directory);
            }
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException("an attachment cannot be written to the data directory", e);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        try {
            return Optional.of(Files.newInputStream(file(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("an attachment cannot be read from the data directory", e);
        }
    }

    /** The file's name is durable only once its directory is. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
        return directory(sha256).resolve(sha256);
    }

    private Path directory(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }
}
