package org.intakehub.planted.core.right;

import org.intakehub.planted.core.left.Left;

/** The other half of a cycle. */
public record Right(String name) {
    Left other() {
        return new Left(name);
    }
}
