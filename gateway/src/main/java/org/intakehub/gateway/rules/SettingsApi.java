package org.intakehub.gateway.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.rules.LineChanges;
import org.intakehub.core.rules.RuleProblem;
import org.intakehub.core.rules.RuleTable;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The city's rule files for machines that read them. */
@RestController
@RequestMapping("/api/v1/settings/rules")
@Tag(name = "Settings", description = "The city's rules: reading, trying and changing them; for administrators")
class SettingsApi {
    private static final int MOST = 1_000;

    private final RuleFiles files;
    private final SavedRules saved;
    private final RulesInForce inForce;

    SettingsApi(RuleFiles files, SavedRules saved, RulesInForce inForce) {
        this.files = files;
        this.saved = saved;
        this.inForce = inForce;
    }

    /**
     * All rule files.
     *
     * @param version of the changes that are in force on the node that answers
     * @param seen the last version that it looked at; another one if that does not fit with this node's own files
     * @param problems why not
     */
    record Overview(long version, long seen, List<RuleProblem> problems, List<ListedFile> files) {}

    @GetMapping
    @Operation(
            summary = "All rule files: what is in force, who changed it last",
            description = "A saved change is in force on every node within seconds, without a restart.")
    Overview overview() {
        var standing = inForce.standing();
        return new Overview(standing.edits().version(), standing.seen(), standing.problems(), files.list());
    }

    /** @param next address of the next rows, if there are more */
    record Rows(
            ListedFile file,
            List<String> columns,
            List<RuleTable.Line> items,
            @Nullable String next) {}

    @GetMapping("/{name}")
    @Operation(
            summary = "Rows of a rule file, each with the number of its line",
            description = "Those with the words 'q' in one of their cells, behind line 'after'.")
    Rows rows(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "200") int size) {
        if (size < 1 || size > MOST) {
            throw new BadParameter("'size' is between 1 and " + MOST);
        }
        var file = SettingsController.named(name);
        var table = files.table(file);
        var found = table.find(q, after, size + 1);
        var lines = found.size() > size ? found.subList(0, size) : found;
        return new Rows(
                files.find(file),
                table.columns(),
                lines,
                found.size() > size ? next(name, q, lines.get(size - 1).number(), size) : null);
    }

    @GetMapping("/{name}/text")
    @Operation(summary = "The rule file that is in force, as CSV")
    ResponseEntity<String> text(@PathVariable String name) {
        return csv(files.text(SettingsController.named(name)));
    }

    /** @param next pass as 'before' for older ones; none on the last page */
    record Trail(List<SavedRules.Change> items, @Nullable Integer next) {}

    @GetMapping("/{name}/changes")
    @Operation(summary = "Who changed a rule file when and why, newest first")
    Trail changes(@PathVariable String name, @RequestParam Optional<Integer> before) {
        var found = saved.changes(SettingsController.named(name), before.orElse(Integer.MAX_VALUE), MOST + 1);
        return found.size() > MOST
                ? new Trail(found.subList(0, MOST), found.get(MOST - 1).revision())
                : new Trail(found, null);
    }

    @GetMapping("/{name}/changes/{revision}")
    @Operation(summary = "The lines that a change took away and brought; a line that only moved is in neither list")
    LineChanges change(@PathVariable String name, @PathVariable int revision) {
        var file = SettingsController.named(name);
        return files.changed(file, revision).orElseThrow(SettingsController::notFound);
    }

    @GetMapping("/{name}/changes/{revision}/text")
    @Operation(summary = "The rule file as a change left it, as CSV; revision 0 is what the installation brings")
    ResponseEntity<String> text(@PathVariable String name, @PathVariable int revision) {
        return csv(files.textAt(SettingsController.named(name), revision).orElseThrow(SettingsController::notFound));
    }

    private static ResponseEntity<String> csv(String text) {
        return ResponseEntity.ok().contentType(SettingsController.CSV).body(text);
    }

    private static String next(String name, String q, int after, int size) {
        return UriComponentsBuilder.fromPath("/api/v1/settings/rules/{name}")
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .queryParam("size", "{size}")
                .encode()
                .buildAndExpand(name, q, after, size)
                .toUriString();
    }
}
