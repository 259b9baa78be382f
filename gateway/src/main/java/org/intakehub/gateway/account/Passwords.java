package org.intakehub.gateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** What a password has to be, and fresh ones. */
final class Passwords {
    /** Without characters that are mistaken for one another when read out. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int FRESH = 20;
    private static final int SHORTEST = 10;
    /** bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** About 115 bits. */
    static String fresh() {
        return RANDOM.ints(FRESH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException unless it can serve */
    static void check(String password) {
        if (password.length() < SHORTEST || isTooLong(password)) {
            throw new IllegalArgumentException("a password has at least 10 characters and at most 72 bytes");
        }
    }

    static boolean isTooLong(String password) {
        return password.getBytes(UTF_8).length > LONGEST_BYTES;
    }
}
