package org.intakehub.gateway.rules;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.intakehub.core.rules.InvalidRules;
import org.intakehub.core.rules.LineChanges;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.core.rules.RuleProblem;
import org.intakehub.gateway.account.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a rule file is written: checked, tried on the latest cases, saved; whatever happens, what was written stays there. */
@Controller
@RequestMapping("/settings/rules/{name}")
class DraftController {
    private static final int SHOWN = 200;

    private final RuleFiles files;
    private final RuleDesk desk;
    private final RuleTrial trial;

    DraftController(RuleFiles files, RuleDesk desk, RuleTrial trial) {
        this.files = files;
        this.desk = desk;
        this.trial = trial;
    }

    @GetMapping("/edit")
    String edit(@PathVariable String name, Model model) {
        var file = SettingsController.named(name);
        return page(file, files.find(file).revision(), "", files.text(file), model);
    }

    @PostMapping("/check")
    String check(@PathVariable String name, SentDraft draft, Model model) throws IOException {
        var file = SettingsController.named(name);
        var text = text(draft, model);
        var problems = unread(model) ? List.<RuleProblem>of() : desk.check(file, text);
        if (problems.isEmpty() && !unread(model)) {
            model.addAttribute("told", "FINE");
        }
        return refused(file, draft.revision(), draft, text, problems, model);
    }

    @PostMapping("/try")
    String tryOut(@PathVariable String name, SentDraft draft, @AuthenticationPrincipal Account account, Model model)
            throws IOException {
        var file = SettingsController.named(name);
        var text = text(draft, model);
        if (unread(model) || !file.decides()) {
            return refused(file, draft.revision(), draft, text, List.of(), model);
        }
        try {
            var report = trial.run(desk.with(file, text), account);
            model.addAttribute("report", report.orElse(null));
            model.addAttribute("told", report.isEmpty() ? "BUSY" : null);
            return refused(file, draft.revision(), draft, text, List.of(), model);
        } catch (InvalidRules e) {
            return refused(file, draft.revision(), draft, text, e.found(), model);
        }
    }

    @PostMapping("/save")
    String save(
            @PathVariable String name,
            SentDraft draft,
            @AuthenticationPrincipal Account account,
            Model model,
            RedirectAttributes next)
            throws IOException {
        var file = SettingsController.named(name);
        var text = text(draft, model);
        if (unread(model)) {
            return refused(file, draft.revision(), draft, text, List.of(), model);
        }
        var outcome = desk.save(file, draft.revision(), text, draft.why(), account.username());
        if (outcome instanceof RuleDesk.Outcome.Wrong wrong) {
            return refused(file, draft.revision(), draft, text, wrong.problems(), model);
        }
        if (outcome instanceof RuleDesk.Outcome.Stale stale) {
            model.addAttribute("told", "STALE");
            return refused(file, stale.revision(), draft, text, List.of(), model);
        }
        return saved(name, "SAVED", next);
    }

    @PostMapping("/back")
    String back(
            @PathVariable String name,
            @RequestParam int revision,
            @RequestParam int to,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account,
            Model model,
            RedirectAttributes next) {
        var file = SettingsController.named(name);
        var outcome = desk.back(file, revision, to, SentDraft.why(reason), account.username());
        if (outcome instanceof RuleDesk.Outcome.Wrong wrong) {
            var text = files.textAt(file, to).orElse("");
            show(file, text, wrong.problems(), model);
            return page(file, revision, reason, text, model);
        }
        return saved(name, outcome instanceof RuleDesk.Outcome.Saved ? "BACK" : "STALE", next);
    }

    /** The text of a draft; if its file cannot be read, what was typed, and the page says so. */
    private static String text(SentDraft draft, Model model) throws IOException {
        try {
            return draft.content();
        } catch (CharacterCodingException e) {
            model.addAttribute("told", "NOT_UTF_8");
            return draft.typed();
        }
    }

    private static boolean unread(Model model) {
        return "NOT_UTF_8".equals(model.getAttribute("told"));
    }

    private static String saved(String name, String did, RedirectAttributes next) {
        next.addFlashAttribute("did", did);
        return "redirect:/settings/rules/" + name;
    }

    private String refused(
            RuleFile file, int revision, SentDraft draft, String text, List<RuleProblem> problems, Model model) {
        show(file, text, problems, model);
        model.addAttribute("changes", LineChanges.between(files.text(file), text));
        return page(file, revision, draft.reason() == null ? "" : draft.reason(), text, model);
    }

    private static void show(RuleFile file, String text, List<RuleProblem> problems, Model model) {
        model.addAttribute("problems", ShownProblem.of(problems, file, text));
    }

    private String page(RuleFile file, int revision, String reason, String text, Model model) {
        model.addAttribute("file", files.find(file));
        model.addAttribute("revision", revision);
        model.addAttribute("reason", reason);
        model.addAttribute("text", text);
        model.addAttribute("most", SentDraft.LONGEST_REASON);
        model.addAttribute("shown", SHOWN);
        return "rule-draft";
    }
}
