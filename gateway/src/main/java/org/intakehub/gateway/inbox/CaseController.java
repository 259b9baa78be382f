package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.answer.Drafts;
import org.intakehub.gateway.answer.Templates;
import org.intakehub.gateway.classify.SecondThoughts;
import org.intakehub.gateway.classify.Triage;
import org.intakehub.gateway.clock.ClockSheets;
import org.intakehub.gateway.life.OrderSheets;
import org.intakehub.gateway.reply.HandTasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A case's page: what was told, what was made of it, what is being done. */
@Controller
class CaseController {
    private final CaseSheets sheets;
    private final Originals originals;
    private final Triage triage;
    private final SecondThoughts thoughts;
    private final HandTasks tasks;
    private final Changes changes;
    private final ClockSheets clocks;
    private final OrderSheets orders;
    private final Drafts drafts;
    private final Templates templates;

    CaseController(
            CaseSheets sheets,
            Originals originals,
            Triage triage,
            SecondThoughts thoughts,
            HandTasks tasks,
            Changes changes,
            ClockSheets clocks,
            OrderSheets orders,
            Drafts drafts,
            Templates templates) {
        this.sheets = sheets;
        this.originals = originals;
        this.triage = triage;
        this.thoughts = thoughts;
        this.tasks = tasks;
        this.changes = changes;
        this.clocks = clocks;
        this.orders = orders;
        this.drafts = drafts;
        this.templates = templates;
    }

    @GetMapping("/cases/{id}")
    String page(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        var access = CaseAccess.of(account);
        var sheet = sheets.find(access, id).orElseThrow(CaseController::notFound);
        model.addAttribute("sheet", sheet);
        model.addAttribute("steps", StepsModel.of(sheet.facts().state(), orders.asked(id), account));
        model.addAttribute("mayTriage", access.mayTriage());
        model.addAttribute("clocks", clocks.of(id));
        var writes = access.mayTriage() && !sheet.isCitizenHidden();
        model.addAttribute("drafts", writes ? drafts.of(id) : List.of());
        model.addAttribute("templates", writes ? templates.of(id) : List.of());
        return "case";
    }

    /** For an open page: nothing (204) while it is up to date, else a note that it is not. */
    @GetMapping(path = "/cases/{id}", params = "mark")
    Object news(@PathVariable UUID id, @RequestParam String mark, @AuthenticationPrincipal Account account) {
        var current = sheets.mark(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
        return current.equals(mark) ? ResponseEntity.noContent().build() : "case :: news";
    }

    @PostMapping("/cases/{id}/triage")
    String triage(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam String category,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String mark,
            @AuthenticationPrincipal Account account,
            Model model) {
        var access = CaseAccess.of(account);
        if (!access.mayTriage() || sheets.mark(access, id).isEmpty()) {
            throw notFound();
        }
        try {
            var decided = triage.decide(
                    id, revision, category, Optional.of(division).filter(code -> !code.isEmpty()), account.username());
            model.addAttribute("outcome", decided.result().name());
            model.addAttribute("decision", decided.id().orElse(null));
            if (decided.result() == Triage.Result.STALE) {
                model.addAttribute("wished", new Wished(category, division));
                model.addAttribute(
                        "changes",
                        changes.since(
                                id,
                                mark,
                                sheets.confidentiality(access, id)
                                        .filter(access::seesCitizen)
                                        .isEmpty()));
            }
        } catch (IllegalArgumentException e) {
            model.addAttribute("outcome", "UNKNOWN_CHOICE");
        }
        return page(id, account, model);
    }

    /** What a person chose, kept for him when it could not be saved. */
    record Wished(String category, String division) {}

    /** Takes a decision back that this person has just made, as long as it has not gone out. */
    @PostMapping("/cases/{id}/triage/undo")
    String undo(
            @PathVariable UUID id, @RequestParam UUID decision, @AuthenticationPrincipal Account account, Model model) {
        var access = CaseAccess.of(account);
        if (!access.mayTriage() || sheets.mark(access, id).isEmpty()) {
            throw notFound();
        }
        model.addAttribute("outcome", thoughts.undo(id, decision, account.username()) ? "UNDONE" : "TOO_LATE");
        return page(id, account, model);
    }

    /** A person brought an answer to the citizen; somebody may have said so before, and then nothing changes. */
    @PostMapping("/cases/{id}/replies/{reply}/posted")
    String posted(@PathVariable UUID id, @PathVariable UUID reply, @AuthenticationPrincipal Account account) {
        if (sheets.mark(CaseAccess.of(account), id).isEmpty()) {
            throw notFound();
        }
        tasks.posted(id, reply, account.username());
        return "redirect:/cases/" + id;
    }

    @GetMapping("/cases/{id}/raw/{receipt}")
    String raw(
            @PathVariable UUID id,
            @PathVariable String receipt,
            @AuthenticationPrincipal Account account,
            Model model) {
        model.addAttribute("raw", originals.sheet(account, id, receipt));
        model.addAttribute("caseId", id);
        model.addAttribute("bytes", "/cases/" + id + "/raw/" + receipt + "/bytes");
        return "raw";
    }

    /** What shows how a citizen is reached, byte for byte, is for whom it was revealed to. */
    static ResponseStatusException stillMasked() {
        return new ResponseStatusException(
                HttpStatus.FORBIDDEN, "the citizen's data are masked; have them shown first (revelations)");
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
