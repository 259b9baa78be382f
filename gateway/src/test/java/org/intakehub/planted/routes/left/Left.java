package org.intakehub.planted.routes.left;

import org.intakehub.planted.routes.right.Right;

/** Half of a cycle. */
public record Left(String name) {
    Right other() {
        return new Right(name);
    }
}
