package org.intakehub.planted.gateway.right;

import org.intakehub.planted.gateway.left.Left;

/** The other half of a cycle. */
public record Right(String name) {
    Left other() {
        return new Left(name);
    }
}
