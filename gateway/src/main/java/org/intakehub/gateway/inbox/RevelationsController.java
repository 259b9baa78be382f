package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Revelations;
import org.intakehub.gateway.life.OrderSheet;
import org.intakehub.gateway.life.OrderSheets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The button that shows how a citizen is reached, on a case's page and on a work order's. */
@Controller
class RevelationsController {
    private final CaseSheets sheets;
    private final OrderSheets orders;
    private final Revelations revelations;

    RevelationsController(CaseSheets sheets, OrderSheets orders, Revelations revelations) {
        this.sheets = sheets;
        this.orders = orders;
        this.revelations = revelations;
    }

    @PostMapping("/cases/{id}/revelations")
    String onCase(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        reveal(id, account);
        return "redirect:/cases/" + id;
    }

    @PostMapping("/portal/{id}/revelations")
    String onOrder(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        var caseId = orders.find(id, Veils.cover(CaseAccess.of(account)))
                .filter(order -> account.ownUnit().filter(order.unit()::equals).isPresent())
                .map(OrderSheet::caseId)
                .orElseThrow(CaseController::notFound);
        reveal(caseId, account);
        return "redirect:/portal/" + id;
    }

    private void reveal(UUID caseId, Account account) {
        if (!sheets.mayReveal(CaseAccess.of(account), caseId)) {
            throw CaseController.notFound();
        }
        revelations.reveal(caseId, account.username());
    }
}
