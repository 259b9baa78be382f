package org.intakehub.planted.gateway.left;

import org.intakehub.planted.gateway.right.Right;

/** Half of a cycle. */
public record Left(String name) {
    Right other() {
        return new Right(name);
    }
}
