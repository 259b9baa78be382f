package org.intakehub.adapter.governmentwebsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.intakehub.adapter.testkit.Sample;

/** The samples of all profiles together. */
final class WebsiteSamples {
    private WebsiteSamples() {}

    static void everyFileIsUsed(Path folder) {
        var used = Stream.of(
                        new TrsContractTest(),
                        new HdjlptContractTest(),
                        new JactContractTest(),
                        new SelectorsContractTest())
                .flatMap(profile -> profile.own().stream())
                .map(Sample::file);
        try (var files = Files.list(folder.resolve("src/test/resources/samples"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(used.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
