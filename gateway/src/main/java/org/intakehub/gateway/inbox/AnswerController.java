package org.intakehub.gateway.inbox;

import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Drafts;
import org.intakehub.gateway.reply.CaseAnswers.Result;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an answer is looked at as each citizen will read it, and then sent; and the proof of what was sent. */
@Controller
class AnswerController {
    private final Outbound outbound;
    private final CaseSheets sheets;
    private final Drafts drafts;
    private final Supplier<UUID> ids;

    AnswerController(Outbound outbound, CaseSheets sheets, Drafts drafts, Supplier<UUID> ids) {
        this.outbound = outbound;
        this.sheets = sheets;
        this.drafts = drafts;
        this.ids = ids;
    }

    @PostMapping("/cases/{id}/answer")
    String preview(
            @PathVariable UUID id, @RequestParam String text, @AuthenticationPrincipal Account account, Model model) {
        return page(id, text, account, model);
    }

    private String page(UUID id, String text, Account account, Model model) {
        var sheet = sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
        model.addAttribute("facts", sheet.facts());
        model.addAttribute("text", text);
        model.addAttribute("answer", ids.get());
        model.addAttribute("previews", outbound.preview(account, id, text));
        return "answer";
    }

    @PostMapping("/cases/{id}/replies")
    String send(
            @PathVariable UUID id,
            @RequestParam UUID answer,
            @RequestParam int revision,
            @RequestParam String text,
            @AuthenticationPrincipal Account account,
            Model model) {
        var given = outbound.give(account, id, answer, revision, text);
        if (given.result() == Result.DONE) {
            drafts.forget(id, account.username());
            return "redirect:/cases/" + id;
        }
        model.addAttribute("outcome", given.result());
        return page(id, text, account, model);
    }

    @GetMapping("/cases/{id}/replies/{reply}/proof")
    String proof(
            @PathVariable UUID id, @PathVariable UUID reply, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("pieces", outbound.proof(account, id, reply));
        model.addAttribute("caseId", id);
        model.addAttribute("download", "/cases/" + id + "/replies/" + reply + "/proof/");
        return "proof";
    }

    @GetMapping("/cases/{id}/replies/{reply}/proof/{piece}")
    Object bytes(
            @PathVariable UUID id,
            @PathVariable UUID reply,
            @PathVariable long piece,
            @AuthenticationPrincipal Account account) {
        return Download.of(reply + "-" + piece + ".bin", outbound.bytes(account, id, reply, piece));
    }
}
