package org.intakehub.planted.core.left;

import org.intakehub.planted.core.right.Right;

/** Half of a cycle. */
public record Left(String name) {
    Right other() {
        return new Right(name);
    }
}
