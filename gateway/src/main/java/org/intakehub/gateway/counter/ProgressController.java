package org.intakehub.gateway.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a citizen looks a case up. The code never stands in an address, where it would be kept by the browser and by every proxy. */
@Controller
class ProgressController {
    private final Progress progress;
    private final VisitorRates rates;

    ProgressController(Progress progress, VisitorRates rates) {
        this.progress = progress;
        this.rates = rates;
    }

    @GetMapping("/public/progress")
    String ask(@RequestParam(value = "number", defaultValue = "") String number, Model model) {
        model.addAttribute("number", number);
        return "counter-progress";
    }

    @PostMapping("/public/progress")
    String look(
            @RequestParam(value = "number", defaultValue = "") String number,
            @RequestParam(value = "code", defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        var wanted = ProgressApi.Asked.of(number, code);
        model.addAttribute("number", wanted.number());
        if (!rates.mayLookUp(request.getRemoteAddr(), wanted.number())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("problem", "tooMany");
            return "counter-progress";
        }
        var shown = progress.look(wanted.number(), wanted.code());
        if (shown.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("problem", "unknown");
        } else {
            model.addAttribute("shown", shown.get());
        }
        return "counter-progress";
    }
}
