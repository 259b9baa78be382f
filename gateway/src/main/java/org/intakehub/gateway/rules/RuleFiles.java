package org.intakehub.gateway.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.rules.LineChanges;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.core.rules.RuleTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rule files for whoever reads them: which is in force, what stands in it, and what was changed. */
@Component
class RuleFiles {
    private final RulesInForce inForce;
    private final SavedRules saved;

    RuleFiles(RulesInForce inForce, SavedRules saved) {
        this.inForce = inForce;
        this.saved = saved;
    }

    /** All of them, in the order in which a city would write them. */
    List<ListedFile> list() {
        var latest = saved.latest();
        return Arrays.stream(RuleFile.values())
                .map(file -> listed(file, latest.get(file)))
                .toList();
    }

    ListedFile find(RuleFile file) {
        return listed(file, saved.latest().get(file));
    }

    String text(RuleFile file) {
        return inForce.source().text(file);
    }

    RuleTable table(RuleFile file) {
        return RuleTable.of(file, text(file));
    }

    /** The text as a change left it; empty if there is no such change. Revision 0 is what the installation brings. */
    Optional<String> textAt(RuleFile file, int revision) {
        if (revision == 0) {
            return Optional.of(inForce.source().installed(file));
        }
        return saved.change(file, revision)
                .map(change -> saved.content(file, revision)
                        .orElseGet(() -> inForce.source().installed(file)));
    }

    /** What a change did to the text before it. */
    Optional<LineChanges> changed(RuleFile file, int revision) {
        return textAt(file, revision)
                .flatMap(after -> textAt(file, revision - 1).map(before -> LineChanges.between(before, after)));
    }

    private ListedFile listed(RuleFile file, SavedRules.@Nullable Change latest) {
        var source = inForce.source();
        var text = source.text(file);
        return new ListedFile(
                file.fileName(),
                file,
                source.origin(file),
                RuleTable.of(file, text).lines().size(),
                text.getBytes(StandardCharsets.UTF_8).length,
                latest == null ? 0 : latest.revision(),
                latest == null ? source.path(file).map(RuleFiles::modified).orElse(null) : latest.at(),
                latest == null ? null : latest.actor(),
                file.decides());
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("a rule file was there a moment ago", e);
        }
    }
}
