package org.intakehub.gateway.inbox;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.reply.HandTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of answers that a person has to bring to the citizen. */
@Controller
class HandTasksController {
    private static final int SIZE = 50;

    private final HandTaskList list;
    private final HandTasks tasks;
    private final CaseSheets sheets;

    HandTasksController(HandTaskList list, HandTasks tasks, CaseSheets sheets) {
        this.list = list;
        this.tasks = tasks;
        this.sheets = sheets;
    }

    @GetMapping("/hand-tasks")
    String list(@RequestParam @Nullable String after, @AuthenticationPrincipal Account account, Model model) {
        var from = Optional.ofNullable(after).map(Keyset::parse);
        model.addAttribute("page", list.list(CaseAccess.of(account), from, SIZE));
        return "hand-tasks";
    }

    /** Somebody may have said so before, and then nothing changes. */
    @PostMapping("/hand-tasks/{caseId}/{reply}/posted")
    String posted(
            @PathVariable UUID caseId,
            @PathVariable UUID reply,
            @AuthenticationPrincipal Account account,
            RedirectAttributes next) {
        if (sheets.mark(CaseAccess.of(account), caseId).isEmpty()) {
            throw CaseController.notFound();
        }
        next.addAttribute("did", "handTask.posted");
        next.addAttribute("count", tasks.posted(caseId, reply, account.username()) ? 1 : 0);
        return "redirect:/hand-tasks";
    }
}
