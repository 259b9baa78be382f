package org.intakehub.gateway.rules;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.intakehub.core.rules.RuleFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The page that leads to everything that can be set, and the pages on which the rule files are read. */
@Controller
class SettingsController {
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final int ROWS = 200;
    private static final int CHANGES = 20;
    private static final int SHOWN = 200;

    private final RuleFiles files;
    private final SavedRules saved;
    private final RulesInForce inForce;

    SettingsController(RuleFiles files, SavedRules saved, RulesInForce inForce) {
        this.files = files;
        this.saved = saved;
        this.inForce = inForce;
    }

    @GetMapping("/settings")
    String settings(Model model) {
        model.addAttribute("files", files.list());
        model.addAttribute("standing", inForce.standing());
        return "settings";
    }

    @GetMapping("/settings/rules/{name}")
    String file(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam Optional<Integer> before,
            Model model) {
        var file = named(name);
        var table = files.table(file);
        var found = table.find(q, after, ROWS + 1);
        var lines = found.size() > ROWS ? found.subList(0, ROWS) : found;
        var changes = saved.changes(file, before.orElse(Integer.MAX_VALUE), CHANGES + 1);
        model.addAttribute("file", files.find(file));
        model.addAttribute("columns", table.columns());
        model.addAttribute("lines", lines);
        model.addAttribute("hits", table.find(q, 0, Integer.MAX_VALUE).size());
        model.addAttribute("q", q);
        model.addAttribute(
                "more", found.size() > ROWS ? more(name, q, lines.get(ROWS - 1).number()) : null);
        model.addAttribute("changes", changes.size() > CHANGES ? changes.subList(0, CHANGES) : changes);
        model.addAttribute(
                "older", changes.size() > CHANGES ? changes.get(CHANGES - 1).revision() : null);
        return "rule-file";
    }

    @GetMapping("/settings/rules/{name}/text")
    ResponseEntity<String> text(@PathVariable String name) {
        var file = named(name);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName())
                                .build()
                                .toString())
                .body(files.text(file));
    }

    /** One change: which lines it took away and which it brought. */
    @GetMapping("/settings/rules/{name}/changes/{revision}")
    String change(@PathVariable String name, @PathVariable int revision, Model model) {
        var file = named(name);
        model.addAttribute("file", files.find(file));
        model.addAttribute("change", saved.change(file, revision).orElseThrow(SettingsController::notFound));
        model.addAttribute("changes", files.changed(file, revision).orElseThrow(SettingsController::notFound));
        model.addAttribute("shown", SHOWN);
        return "rule-change";
    }

    static RuleFile named(String name) {
        return RuleFile.named(name).orElseThrow(SettingsController::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String more(String name, String q, int after) {
        return UriComponentsBuilder.fromPath("/settings/rules/{name}")
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(name, q, after)
                .toUriString();
    }
}
