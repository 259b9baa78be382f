package org.intakehub.gateway.inbox;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Takings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a case and giving it back; the page shows whose it is afterwards, which may be somebody who was faster. */
@Controller
class TakingController {
    private final CaseSheets sheets;
    private final Takings takings;

    TakingController(CaseSheets sheets, Takings takings) {
        this.sheets = sheets;
        this.takings = takings;
    }

    @PostMapping("/cases/{id}/take")
    String take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal Account account) {
        demand(id, account);
        takings.take(id, Optional.of(from).filter(name -> !name.isEmpty()), account.username());
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/give-back")
    String giveBack(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        demand(id, account);
        takings.giveBack(id, account.username());
        return "redirect:/cases/" + id;
    }

    private void demand(UUID id, Account account) {
        var access = CaseAccess.of(account);
        if (!access.mayTriage() || sheets.mark(access, id).isEmpty()) {
            throw CaseController.notFound();
        }
    }
}
