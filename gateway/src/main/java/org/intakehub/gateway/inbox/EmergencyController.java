package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.KeptFrom;
import org.intakehub.gateway.emergency.Emergencies;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The strip above every page of the desk: emergencies that no unit has signed for, as an alarm once their time is up. */
@Controller
class EmergencyController {
    private final Strip strip;
    private final Emergencies emergencies;

    EmergencyController(Strip strip, Emergencies emergencies) {
        this.strip = strip;
        this.emergencies = emergencies;
    }

    @GetMapping("/emergencies")
    String strip(@AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("unsigned", strip.of(CaseAccess.of(account)));
        return "parts-emergency :: strip";
    }

    /** A second person's click changes nothing; he sees who was first. */
    @PostMapping("/emergencies/{id}/taken")
    String taken(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        emergencies.take(id, account.username());
        return strip(account, model);
    }

    /** Emergencies as one account may see them. */
    @Component
    static class Strip {
        private final Emergencies emergencies;
        private final KeptFrom kept;

        Strip(Emergencies emergencies, KeptFrom kept) {
            this.emergencies = emergencies;
            this.kept = kept;
        }

        List<Emergencies.Unsigned> of(CaseAccess access) {
            var hidden = kept.cases(access.account());
            return emergencies.unsigned().stream()
                    .filter(one -> !hidden.contains(one.caseId()))
                    .map(one -> access.seesCitizen(Confidentiality.valueOf(one.confidentiality()))
                            ? one.withTitle(Mask.text(one.title()))
                            : one.withTitle(Veil.COVER))
                    .toList();
        }
    }
}
