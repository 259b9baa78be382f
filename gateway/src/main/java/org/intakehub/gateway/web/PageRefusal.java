package org.intakehub.gateway.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Sends people to the login page: whole pages by redirect, and parts of a page by telling the page to go there. */
final class PageRefusal implements AuthenticationEntryPoint, AuthenticationFailureHandler {
    private static final String LOGIN = "/login";

    private final AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint(LOGIN);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + LOGIN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (LiveController.PATH.equals(request.getServletPath())) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            redirect.commence(request, response, cause);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        var why = cause instanceof LockedException ? "wait" : "error";
        response.sendRedirect(request.getContextPath() + LOGIN + "?" + why);
    }
}
