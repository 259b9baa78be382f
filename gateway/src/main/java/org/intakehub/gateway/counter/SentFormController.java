package org.intakehub.gateway.counter;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page that answers a form: its receipt at once, number and query code as soon as there is a case. */
@Controller
class SentFormController {
    private final SentForms forms;

    SentFormController(SentForms forms) {
        this.forms = forms;
    }

    @GetMapping("/public/receipts/{id}")
    String show(@PathVariable("id") String id, Model model, HttpServletResponse response) {
        var form = forms.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("form", form);
        return "counter-receipt";
    }
}
