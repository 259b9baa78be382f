package org.intakehub.core.channel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;

/** Immutable bytes that never show their content in {@link #toString()}. */
public final class Payload {
    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    public static Payload of(String text, Charset charset) {
        return new Payload(text.getBytes(charset));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Feeds the bytes to a digest without copying them. */
    public void update(MessageDigest digest) {
        digest.update(bytes);
    }

    /** Feeds the bytes to a message authentication code without copying them. */
    public void update(Mac mac) {
        mac.update(bytes);
    }

    /** Feeds the bytes to a signature without copying them. */
    public void update(Signature signature) throws SignatureException {
        signature.update(bytes);
    }

    /** Lower-case hexadecimal SHA-256 of the bytes. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
