package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Notes;
import org.intakehub.gateway.desk.Readers;
import org.intakehub.gateway.desk.SharedDrafts;
import org.intakehub.gateway.reply.CaseAnswers;
import org.intakehub.gateway.web.BadParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The parts of a case's page by which the people at the desk know of each other: who has it open, drafts, notes. */
@Controller
@RequestMapping("/cases/{id}")
class TalkController {
    private final CaseSheets sheets;
    private final Outbound outbound;
    private final Readers readers;
    private final SharedDrafts drafts;
    private final Notes notes;

    TalkController(CaseSheets sheets, Outbound outbound, Readers readers, SharedDrafts drafts, Notes notes) {
        this.sheets = sheets;
        this.outbound = outbound;
        this.readers = readers;
        this.drafts = drafts;
        this.notes = notes;
    }

    /** Asked every few seconds by an open page, which thereby says that it is open. */
    @GetMapping("/readers")
    String readers(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        demand(id, account);
        model.addAttribute("readers", readers.meet(id, account.username()));
        return "parts-talk :: readers";
    }

    /** The form of an answer with what its author wrote last time, and what others are writing. */
    @GetMapping("/drafts")
    String drafts(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        outbound.check(account, id);
        model.addAttribute(
                "drafts",
                drafts.of(id).stream()
                        .filter(draft -> !draft.author().equals(account.username()))
                        .toList());
        return "parts-talk :: drafts";
    }

    @PostMapping("/draft")
    ResponseEntity<Void> save(
            @PathVariable UUID id, @RequestParam String text, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        if (text.length() > CaseAnswers.LONGEST) {
            throw new BadParameter("an answer has at most " + CaseAnswers.LONGEST + " characters");
        }
        drafts.save(id, account.username(), text);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/notes")
    String notes(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        outbound.check(account, id);
        model.addAttribute("caseId", id);
        model.addAttribute("notes", notes.of(id));
        return "parts-talk :: notes";
    }

    @PostMapping("/notes")
    String add(
            @PathVariable UUID id, @RequestParam String text, @AuthenticationPrincipal Account account, Model model) {
        outbound.check(account, id);
        notes.add(id, account.username(), checked(text));
        return notes(id, account, model);
    }

    static String checked(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > Notes.LONGEST) {
            throw new BadParameter("a note has 1 to " + Notes.LONGEST + " characters");
        }
        return stripped;
    }

    private void demand(UUID id, Account account) {
        var access = CaseAccess.of(account);
        if (!access.mayTriage() || sheets.mark(access, id).isEmpty()) {
            throw CaseController.notFound();
        }
    }
}
