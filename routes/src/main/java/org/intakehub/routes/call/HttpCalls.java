package org.intakehub.routes.call;

import java.time.Instant;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;

/** Makes the HTTP calls that adapters ask for, each once, and hands back any answer as it is. */
public final class HttpCalls {
    private static final String OPTIONS = "throwExceptionOnFailure=false&followRedirects=false&responseTimeout=30000"
            + "&connectTimeout=10000&copyHeaders=false";

    private final ProducerTemplate template;

    public HttpCalls(ProducerTemplate template) {
        this.template = template;
        // The client would by itself send a call again after 429 or 503; when to try again is the road's to say.
        var http = template.getCamelContext().getComponent("http", HttpComponent.class);
        http.setAutomaticRetriesDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setCookieManagementDisabled(true);
    }

    /**
     * The answer, whatever its status.
     *
     * @throws RemoteUnavailable if no answer came
     */
    public Answer make(Step.Ask ask, Instant now) {
        var call = ask.call();
        var result = template.request("http://outgoing?" + OPTIONS, exchange -> {
            var message = exchange.getMessage();
            call.headers().forEach(message::setHeader);
            message.setHeader(Exchange.HTTP_METHOD, call.method());
            message.setHeader(Exchange.HTTP_URI, call.url().toString());
            message.setBody(call.body().isEmpty() ? null : call.body().bytes());
        });
        var fault = result.getException();
        if (fault != null) {
            throw new RemoteUnavailable("no answer: " + fault.getClass().getSimpleName(), fault);
        }
        var message = result.getMessage();
        var headers = new TreeMap<String, String>();
        message.getHeaders().forEach((name, value) -> {
            if (value != null && !name.startsWith("Camel")) {
                headers.put(name, value.toString());
            }
        });
        var body = message.getBody(byte[].class);
        return new Answer(
                ask,
                Objects.requireNonNullElse(message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class), 0),
                headers,
                Payload.of(body == null ? new byte[0] : body),
                now);
    }
}
