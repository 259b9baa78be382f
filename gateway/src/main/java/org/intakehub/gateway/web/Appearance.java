package org.intakehub.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark or as the system has it; normal or large text: what the reader chose, kept in cookies for a year. */
@Controller
class Appearance {
    /** The first of each is what nobody has chosen. */
    private static final Map<String, List<String>> CHOICES =
            Map.of("theme", List.of("system", "light", "dark"), "size", List.of("normal", "large"));

    /** Back to the page that asked, as far as it is one of ours. */
    @GetMapping("/appearance/{what}")
    ResponseEntity<Void> choose(
            @PathVariable String what, @RequestParam("to") String wanted, HttpServletRequest request) {
        var choices = CHOICES.get(what);
        if (choices == null) {
            throw new BadParameter("one chooses theme or size");
        }
        var cookie = ResponseCookie.from(what, chosen(what, wanted))
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, Languages.origin(request.getHeader(HttpHeaders.REFERER)))
                .build();
    }

    private static String chosen(String what, @Nullable String wanted) {
        var choices = CHOICES.getOrDefault(what, List.of(""));
        return wanted != null && choices.contains(wanted) ? wanted : choices.get(0);
    }

    /** Tells every page of the desk how it looks. */
    @ControllerAdvice(annotations = Controller.class)
    static class Chosen {
        @ModelAttribute("theme")
        String theme(@CookieValue(name = "theme", required = false) @Nullable String theme) {
            return chosen("theme", theme);
        }

        @ModelAttribute("size")
        String size(@CookieValue(name = "size", required = false) @Nullable String size) {
            return chosen("size", size);
        }
    }
}
