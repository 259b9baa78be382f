package org.intakehub.gateway.counter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns an address away that calls too often or announces too much, before anything of its body is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class KnockFilter extends OncePerRequestFilter {
    private static final long ENVELOPE = 4L << 20;

    private final VisitorRates rates;
    private final CounterSettings settings;

    KnockFilter(VisitorRates rates, CounterSettings settings) {
        this.rates = rates;
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        var isOurs = path.startsWith("/public/") || path.startsWith("/api/v1/public/");
        return !isOurs
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!rates.mayKnock(request.getRemoteAddr())) {
            response.setHeader("Retry-After", String.valueOf(settings.per().toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else if (request.getContentLengthLong() > settings.maxForm().toBytes() * 4 / 3 + ENVELOPE) {
            response.setHeader("Connection", "close");
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
