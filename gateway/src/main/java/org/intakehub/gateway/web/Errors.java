package org.intakehub.gateway.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, told without any detail of the inside: to machines as problem+json (RFC 9457), to people as a page. */
@Controller
class Errors implements ErrorController {
    private static final Set<HttpStatus> TOLD = Set.of(
            HttpStatus.NOT_FOUND, HttpStatus.FORBIDDEN, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.TOO_MANY_REQUESTS);
    private static final String[] MACHINES = {"/api", "/receipts", "/channels", "/actuator", "/v3"};

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number ? number : 404;
        var status = HttpStatus.resolve(code) == null ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.valueOf(code);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (Stream.of(MACHINES).anyMatch(path::startsWith)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatus(status));
        }
        var known = TOLD.contains(status) ? code : status.is4xxClientError() ? 400 : 500;
        return new ModelAndView("error", Map.of("kind", known, "code", code), status);
    }
}
