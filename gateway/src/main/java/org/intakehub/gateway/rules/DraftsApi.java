package org.intakehub.gateway.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.intakehub.core.rules.InvalidRules;
import org.intakehub.core.rules.LineChanges;
import org.intakehub.core.rules.RuleProblem;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city's rule files for machines that change them. */
@RestController
@RequestMapping("/api/v1/settings/rules/{name}")
@Tag(name = "Settings")
class DraftsApi {
    private final RuleFiles files;
    private final RuleDesk desk;
    private final RuleTrial trial;

    DraftsApi(RuleFiles files, RuleDesk desk, RuleTrial trial) {
        this.files = files;
        this.desk = desk;
        this.trial = trial;
    }

    /** @param text the whole file */
    record Draft(String text) {}

    /** @param problems what is wrong; empty if it could be saved */
    record Checked(List<RuleProblem> problems, LineChanges changes) {}

    @PostMapping("/check")
    @Operation(summary = "What is wrong with a draft, and which lines it changes; saves nothing")
    Checked check(@PathVariable String name, @RequestBody Draft draft) {
        var file = SettingsController.named(name);
        var text = SentDraft.plain(draft.text());
        return new Checked(desk.check(file, text), LineChanges.between(files.text(file), text));
    }

    @PostMapping("/trial")
    @Operation(
            summary = "Runs a draft beside the rules in force over the latest 1,000 cases; saves nothing",
            description =
                    "For files that have a say in category, place, threat or units. Takes up to 20 seconds; 422 with"
                            + " 'problems' if the draft cannot be used, 409 while another trial runs.")
    ResponseEntity<?> tryOut(
            @PathVariable String name, @RequestBody Draft draft, @AuthenticationPrincipal Account account) {
        var file = SettingsController.named(name);
        if (!file.decides()) {
            throw new BadParameter(file.fileName() + " has no say in what is made of a case");
        }
        try {
            var report = trial.run(desk.with(file, SentDraft.plain(draft.text())), account);
            return report.<ResponseEntity<?>>map(ResponseEntity::ok)
                    .orElseGet(() -> problem(
                            ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "another trial is under way")));
        } catch (InvalidRules e) {
            return problem(wrong(e.found()));
        }
    }

    /**
     * A file to be saved.
     *
     * @param revision of the file when its text was read
     */
    record Change(int revision, @Nullable String reason, String text) {}

    @PutMapping
    @Operation(
            summary = "Saves a rule file; in force on every node within seconds",
            description =
                    "Checked together with all other files as at start: 422 with 'problems', each with file, line and"
                            + " column. 409 if it was changed since 'revision'.")
    ResponseEntity<?> save(
            @PathVariable String name, @RequestBody Change change, @AuthenticationPrincipal Account account) {
        return answer(desk.save(
                SettingsController.named(name),
                change.revision(),
                SentDraft.plain(change.text()),
                SentDraft.why(change.reason()),
                account.username()));
    }

    /** @param to revision whose text comes back; 0 is what the installation brings */
    record Back(int revision, int to, @Nullable String reason) {}

    @PostMapping("/back")
    @Operation(summary = "Brings an earlier text of a rule file back, as a change of its own")
    ResponseEntity<?> back(
            @PathVariable String name, @RequestBody Back back, @AuthenticationPrincipal Account account) {
        return answer(desk.back(
                SettingsController.named(name),
                back.revision(),
                back.to(),
                SentDraft.why(back.reason()),
                account.username()));
    }

    private static ResponseEntity<?> answer(RuleDesk.Outcome outcome) {
        if (outcome instanceof RuleDesk.Outcome.Wrong wrong) {
            return problem(wrong(wrong.problems()));
        }
        if (outcome instanceof RuleDesk.Outcome.Stale stale) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONFLICT, "the file was changed since this revision, or has no such earlier one");
            problem.setProperty("revision", stale.revision());
            return problem(problem);
        }
        return ResponseEntity.ok(outcome);
    }

    private static ProblemDetail wrong(List<RuleProblem> problems) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, problems.size() + " problem(s) in the rules");
        problem.setProperty("problems", problems);
        return problem;
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
