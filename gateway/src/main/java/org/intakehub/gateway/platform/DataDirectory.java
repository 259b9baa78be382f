package org.intakehub.gateway.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The one directory that the hub writes to, and the keys that it makes for itself there. */
@Component
public class DataDirectory {
    private final Path root;
    private final HubSettings settings;

    DataDirectory(HubSettings settings) {
        this.settings = settings;
        this.root = settings.dataDirectory().toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("intake.data-directory cannot be made or written to", e);
        }
    }

    public Path root() {
        return root;
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** The installation's signing key: from the settings, else made once and kept readable to its owner only. */
    public byte[] signingKey() {
        var configured = settings.secret().value();
        return configured.isEmpty() ? HexFormat.of().parseHex(secret("signing-key")) : configured.getBytes(UTF_8);
    }

    /** A secret of 32 random bytes in hexadecimal, made at first use and kept. */
    String secret(String name) {
        var file = root.resolve("keys").resolve(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(file.getParent());
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                var draft = Files.createTempFile(file.getParent(), name, ".new", owner);
                Files.writeString(draft, HexFormat.of().formatHex(bytes));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + name + " can be neither read nor made", e);
        }
    }
}
