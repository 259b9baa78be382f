package org.intakehub.routes.poll;

import java.time.Instant;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;

/** Makes the HTTP calls that adapters ask for, and hands back any answer as it is. */
public final class HttpCalls {
    private static final String OPTIONS = "throwExceptionOnFailure=false&followRedirects=false&responseTimeout=30000"
            + "&connectTimeout=10000&copyHeaders=false&skipRequestHeaders=false&skipControlHeaders=true";

    private final ProducerTemplate template;

    public HttpCalls(ProducerTemplate template) {
        this.template = template;
    }

    /** @throws RemoteUnavailable if no answer came */
    public Answer make(Step.Ask ask, Instant now) {
        var call = ask.call();
        var result = template.request("http://outgoing?" + OPTIONS, exchange -> {
            var message = exchange.getMessage();
            call.headers().forEach(message::setHeader);
            message.setHeader(Exchange.HTTP_METHOD, call.method());
            message.setHeader(Exchange.HTTP_URI, call.url().toString());
            message.setBody(call.body().isEmpty() ? null : call.body().bytes());
        });
        if (result.getException() != null) {
            throw new RemoteUnavailable(
                    "no answer: " + result.getException().getClass().getSimpleName());
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
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                headers,
                Payload.of(body == null ? new byte[0] : body),
                now);
    }
}
