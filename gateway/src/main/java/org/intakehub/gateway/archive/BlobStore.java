package org.intakehub.gateway.archive;

import java.io.InputStream;
import java.util.Optional;

/** Bytes kept once under their SHA-256. */
public interface BlobStore {
    /**
     * Makes the bytes durable before it returns.
     *
     * @return their SHA-256 in lower-case hexadecimal
     */
    String keep(byte[] bytes);

    /** The bytes to read, to be closed by the caller; empty if none were kept under this SHA-256. */
    Optional<InputStream> open(String sha256);
}
