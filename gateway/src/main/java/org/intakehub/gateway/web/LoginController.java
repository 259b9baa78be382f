package org.intakehub.gateway.web;

import org.intakehub.gateway.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page, and where somebody begins who has logged in. */
@Controller
class LoginController {
    @GetMapping("/login")
    String login(@AuthenticationPrincipal @Nullable Object principal) {
        return principal instanceof Account ? "redirect:/" : "login";
    }

    @GetMapping("/")
    String begin(@AuthenticationPrincipal Account account) {
        return switch (account.role()) {
            case OPERATOR, DISPATCHER, ADMIN -> "redirect:/cases";
            case UNIT -> "redirect:/portal";
            case INTEGRATOR -> "redirect:/quarantine";
        };
    }
}
