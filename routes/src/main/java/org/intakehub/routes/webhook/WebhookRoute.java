package org.intakehub.routes.webhook;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.common.HttpMessage;
import org.intakehub.core.channel.Response;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.RawMessages;
import org.intakehub.routes.webhook.Admission.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /channels/{source}/webhook}: verify, send durably, and only then answer with a receipt; nothing else happens here. */
public final class WebhookRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoute.class);
    private static final String JOURNAL =
            "jms:queue:" + Queues.RECEIVED + "?jmsMessageType=Bytes&deliveryPersistent=true";
    private static final String KEPT = "kept";
    private static final String ANSWER = "answer";
    private static final String SOURCE = "source";

    private final Admission admission;
    private final Clock clock;

    public WebhookRoute(Admission admission, Clock clock) {
        this.admission = admission;
        this.clock = clock;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .logHandled(false)
                .logExhausted(false)
                .process(this::notStored)
                .process(WebhookRoute::answer);
        // The servlet's own reading and mapping is off: bytes stay bytes, and no header from outside becomes one of
        // Camel's.
        from("servlet:/?matchOnUriPrefix=true&disableStreamCache=true&mapHttpMessageBody=false"
                        + "&mapHttpMessageHeaders=false&mapHttpMessageFormUrlEncodedBody=false&optionsEnabled=true"
                        + "&traceEnabled=false&muteException=true")
                .routeId("receive")
                .streamCache("false")
                .process(this::admit)
                .filter(exchange -> exchange.getProperty(KEPT) != null)
                .choice()
                .when(header(Hop.FIRST).isNotNull())
                .to(ExchangePattern.InOnly, JOURNAL + Hop.OVERTAKING)
                .otherwise()
                .to(ExchangePattern.InOnly, JOURNAL)
                .end()
                .process(this::stored)
                .end()
                .process(WebhookRoute::answer);
    }

    private void admit(Exchange exchange) throws IOException {
        var servletRequest =
                requireNonNull(exchange.getMessage(HttpMessage.class)).getRequest();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        var call = IncomingCall.of(servletRequest);
        if (call == null) {
            exchange.setProperty(ANSWER, IncomingCall.NOT_FOUND);
            return;
        }
        exchange.setProperty(SOURCE, call.source());
        var body = call.read(admission.bodyLimit(call.source()));
        if (body == null) {
            var size = Math.max(call.announcedSize(), admission.bodyLimit(call.source()) + 1L);
            exchange.setProperty(ANSWER, admission.tooLarge(call.source(), size));
            return;
        }
        var decision = admission.admit(call.source(), call.request(body, clock.instant()));
        if (decision instanceof Decision.Keep keep) {
            keep(exchange, keep);
        } else if (decision instanceof Decision.Reply reply) {
            exchange.setProperty(ANSWER, reply.answer());
        }
    }

    private static void keep(Exchange exchange, Decision.Keep keep) {
        exchange.setProperty(KEPT, keep);
        exchange.setProperty(ANSWER, keep.answer());
        var plain = RawMessages.hop(keep.receiptId(), keep.raw());
        var hop = keep.pressing() ? plain.first() : plain;
        hop.headers().forEach(exchange.getMessage()::setHeader);
        exchange.getMessage().setBody(hop.body().bytes());
    }

    private void stored(Exchange exchange) {
        admission.stored(requireNonNull(exchange.getProperty(KEPT, Decision.Keep.class)));
    }

    private void notStored(Exchange exchange) {
        var source = requireNonNullElse(exchange.getProperty(SOURCE, String.class), "");
        var fault = requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        LOG.warn(
                "source {}: a call could not be taken in: {}",
                source,
                fault.getClass().getSimpleName());
        exchange.setProperty(ANSWER, admission.unavailable(source, exchange.getProperty(KEPT, Decision.Keep.class)));
    }

    private static void answer(Exchange exchange) {
        var response = requireNonNull(exchange.getProperty(ANSWER, Response.class));
        var message = exchange.getMessage();
        message.removeHeaders("*");
        response.headers().forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
        message.setHeader(Exchange.CONTENT_TYPE, response.contentType());
        message.setBody(response.body().bytes());
    }
}
