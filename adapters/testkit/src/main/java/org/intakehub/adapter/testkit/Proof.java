package org.intakehub.adapter.testkit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a platform puts the proof that a call is its own: headers or query parameters.
 *
 * @param signature the one that is made with the secret; it must not be kept
 * @param others further ones that the signature covers and that cannot be missing, such as a time or a nonce
 * @param coversBody whether the signature covers the body
 */
public record Proof(String signature, Set<String> others, boolean coversBody) {
    public Proof {
        others = Set.copyOf(others);
    }

    public static Proof of(String signature, String... others) {
        return new Proof(signature, Set.of(others), true);
    }

    List<String> parts() {
        var parts = new TreeSet<>(others);
        parts.add(signature);
        return List.copyOf(parts);
    }
}
