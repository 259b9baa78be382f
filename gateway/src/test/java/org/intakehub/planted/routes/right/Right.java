package org.intakehub.planted.routes.right;

import org.intakehub.planted.routes.left.Left;

/** The other half of a cycle. */
public record Right(String name) {
    Left other() {
        return new Left(name);
    }
}
