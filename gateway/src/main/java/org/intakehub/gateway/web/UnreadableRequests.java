package org.intakehub.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What a call gets whose address or headers nobody can read, so that it never comes as far as the hub's own pages: problem+json (RFC 9457). Who
 * calls is not known by then, not even whether it is a browser. The server's own page would bring a style along and name the server.
 */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> plainRefusals() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PlainRefusal()));
    }

    private static final class PlainRefusal extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable fault) {
            if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                write(response);
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("nobody waits for the refusal any more", e);
            }
        }

        private static void write(Response response) throws IOException {
            var code = response.getStatus();
            var title = Optional.ofNullable(HttpStatus.resolve(code))
                    .map(HttpStatus::getReasonPhrase)
                    .orElse("Error");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(UTF_8);
            var reporter = response.getReporter();
            if (reporter != null) {
                reporter.write("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + code
                        + ",\"detail\":\"the call cannot be read: look at its address and its headers\"}");
                response.finishResponse();
            }
        }
    }
}
