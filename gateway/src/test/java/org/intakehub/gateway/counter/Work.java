package org.intakehub.gateway.counter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.LongStream;

/** What a browser does before it sends a form, in code that shares nothing with the hub's. */
final class Work {
    private Work() {}

    static String of(String challenge, int bits) {
        return LongStream.range(0, 1L << 30)
                .mapToObj(Long::toString)
                .filter(number -> hash(challenge + ":" + number).bitLength() <= 256 - bits)
                .findFirst()
                .orElseThrow();
    }

    private static BigInteger hash(String text) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
