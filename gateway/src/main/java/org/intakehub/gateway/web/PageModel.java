package org.intakehub.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.intakehub.gateway.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows: who is logged in, which language, where we are. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {
    @ModelAttribute("account")
    @Nullable
    Account account(@AuthenticationPrincipal @Nullable Object principal) {
        return principal instanceof Account account ? account : null;
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getServletPath();
    }

    @ModelAttribute("language")
    String language(Locale locale) {
        return Languages.supported(locale).toLanguageTag();
    }
}
