package org.intakehub.gateway.counter;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Large text 适老化 for those who want it: kept in a cookie for a year. */
@Controller
class LargeTextController {
    private static final String COOKIE = "text";
    private static final String LARGE = "large";

    /** Back to the public page that asked. */
    @GetMapping("/public/text")
    ResponseEntity<Void> choose(@RequestParam("size") String size, HttpServletRequest request) {
        var cookie = ResponseCookie.from(COOKIE, size.equals(LARGE) ? LARGE : "normal")
                .path("/public")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, origin(request.getHeader(HttpHeaders.REFERER)))
                .build();
    }

    private static String origin(@Nullable String referer) {
        try {
            var path = referer == null ? null : URI.create(referer).getRawPath();
            return path != null && path.startsWith("/public/") ? path : "/public";
        } catch (IllegalArgumentException e) {
            return "/public";
        }
    }

    /** Tells every public page how large its text is. */
    @ControllerAdvice(basePackageClasses = LargeTextController.class)
    static class Size {
        @ModelAttribute("isLarge")
        boolean isLarge(@CookieValue(name = COOKIE, required = false) @Nullable String size) {
            return LARGE.equals(size);
        }
    }
}
