package org.intakehub.adapter.testkit;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the module that a class was compiled in. */
final class Folders {
    private Folders() {}

    /** The nearest folder above the class file that has a {@code pom.xml}, wherever the tests were started. */
    static Path of(Class<?> type) {
        try {
            var source =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            for (var folder = Path.of(source); folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("pom.xml"))) {
                    return folder;
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path is made of addresses", e);
        }
        throw new IllegalStateException("no pom.xml above the classes of " + type.getSimpleName());
    }
}
