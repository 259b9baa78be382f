package org.intakehub.routes.webhook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.intakehub.routes.stage.Precedence;

/** The servlet below {@code /channels}: until the route behind it runs, and when it runs no more, a platform is asked to come back. */
public final class ChannelServlet extends CamelHttpTransportServlet {
    private static final long serialVersionUID = 1;
    private static final byte[] NOT_YET =
            "{\"type\":\"about:blank\",\"status\":503,\"title\":\"Service Unavailable\",\"detail\":\"the hub is starting or stopping; please send it again\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final transient Precedence precedence;

    public ChannelServlet(Precedence precedence) {
        this.precedence = precedence;
    }

    @Override
    protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (getConsumers().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "5");
            response.setContentType("application/problem+json");
            response.getOutputStream().write(NOT_YET);
            return;
        }
        precedence.begin();
        try {
            super.doService(request, response);
        } finally {
            precedence.end();
        }
    }
}
