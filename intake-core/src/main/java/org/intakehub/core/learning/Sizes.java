package org.intakehub.core.learning;

import java.io.DataInputStream;
import java.io.IOException;

/** Reads lengths of lists from a model's file and refuses senseless ones before memory is taken for them. */
final class Sizes {
    private static final int MOST = 4_000_000;

    private Sizes() {}

    static int read(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("not a model: a list of " + size);
        }
        return size;
    }
}
