package org.intakehub.planted.adapter.alpha;

import java.nio.file.Path;

/** An adapter that stores. */
record WithFiles(Path store) {}
