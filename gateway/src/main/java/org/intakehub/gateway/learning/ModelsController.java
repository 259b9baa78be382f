package org.intakehub.gateway.learning;

import org.intakehub.gateway.account.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the category models: versions with their figures, training, and one step back. */
@Controller
class ModelsController {
    private final CategoryModels models;
    private final TrainingExamples examples;
    private final Retraining retraining;

    ModelsController(CategoryModels models, TrainingExamples examples, Retraining retraining) {
        this.models = models;
        this.examples = examples;
        this.retraining = retraining;
    }

    @GetMapping("/models")
    String list(Model model) {
        model.addAttribute("versions", models.versions());
        model.addAttribute("examples", examples.count());
        return "models";
    }

    @PostMapping("/models/retrain")
    String retrain(@AuthenticationPrincipal Account account, RedirectAttributes next) {
        next.addAttribute("did", retraining.retrain(account.username()).name());
        return "redirect:/models";
    }

    @PostMapping("/models/{version}/back")
    String back(
            @PathVariable long version,
            @RequestParam int revision,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        next.addAttribute("did", retraining.back(version, revision, account.username()) ? "BACK" : "STALE");
        return "redirect:/models";
    }
}
