package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.identity.ContactJoins;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of a case's page that shows who its citizen is on other channels. */
@Controller
@RequestMapping("/cases/{id}/identity")
class IdentityController {
    private final IdentitySheets sheets;
    private final ContactJoins joins;

    IdentityController(IdentitySheets sheets, ContactJoins joins) {
        this.sheets = sheets;
        this.joins = joins;
    }

    @GetMapping
    String part(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("identity", sheets.find(CaseAccess.of(account), id).orElse(null));
        return "parts-identity :: identity";
    }

    @PostMapping("/join")
    String join(
            @PathVariable UUID id, @RequestParam UUID contact, @AuthenticationPrincipal Account account, Model model) {
        joins.join(own(id, contact, account), contact, List.of(), account.username());
        return part(id, account, model);
    }

    @PostMapping("/refuse")
    String refuse(
            @PathVariable UUID id, @RequestParam UUID contact, @AuthenticationPrincipal Account account, Model model) {
        joins.refuse(own(id, contact, account), contact, account.username());
        return part(id, account, model);
    }

    @PostMapping("/part")
    String away(
            @PathVariable UUID id, @RequestParam UUID contact, @AuthenticationPrincipal Account account, Model model) {
        own(id, contact, account);
        joins.part(contact, account.username());
        return part(id, account, model);
    }

    /** Only what the sheet names can be joined or parted: what somebody may not see, he cannot find out by trying. */
    private UUID own(UUID id, UUID contact, Account account) {
        return sheets.find(CaseAccess.of(account), id)
                .filter(sheet -> sheet.names(contact))
                .orElseThrow(CaseController::notFound)
                .own()
                .id();
    }
}
