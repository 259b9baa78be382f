package org.intakehub.deploy.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The signature that WeChat and Weibo have in common: SHA-1 of the parts in alphabetical order. */
final class Sorted {
    private Sorted() {}

    static String sha1(String... parts) {
        var sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
